package org.shrinq.bench.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One sentence in each direction.
 *
 * @param needed whether every classical control is beaten by some measure and beats the device by none
 * @param forDevice what speaks for the device
 * @param against what speaks against it
 */
public record AuditVerdict(boolean needed, String forDevice, String against) {
    static AuditVerdict of(List<AuditComparison> tests, double level) {
        List<String> beaten = new ArrayList<>();
        List<String> open = new ArrayList<>();
        List<String> better = new ArrayList<>();
        double least = 1;
        for (ControlKind kind : ControlKind.values()) {
            List<AuditComparison> own =
                    tests.stream().filter(t -> t.control() == kind).toList();
            if (!kind.isClassical() || own.isEmpty()) {
                continue;
            }
            double forIt =
                    own.stream().mapToDouble(AuditComparison::better).min().orElse(1);
            double against =
                    own.stream().mapToDouble(AuditComparison::worse).min().orElse(1);
            if (against <= level) {
                better.add(kind.words());
                least = Math.min(least, against);
            } else if (forIt <= level) {
                beaten.add(kind.words());
            } else {
                open.add(kind.words());
            }
        }
        boolean needed = open.isEmpty() && better.isEmpty() && !beaten.isEmpty();
        return new AuditVerdict(needed, forDevice(needed, beaten), against(needed, open, better, least));
    }

    private static String forDevice(boolean needed, List<String> beaten) {
        if (needed) {
            return "The device's strings are better than those of every classical control: " + list(beaten) + ".";
        }
        return beaten.isEmpty()
                ? "Nothing here speaks for the device: its strings are shown to be better than those of no control."
                : "The device's strings are better than those of " + list(beaten) + ".";
    }

    private static String against(boolean needed, List<String> open, List<String> better, double least) {
        if (needed) {
            return "Nothing here speaks against it: no classical control does as well.";
        }
        String does = better.isEmpty()
                ? ""
                : list(better) + (better.size() == 1 ? " does" : " do") + " better by some measure (p "
                        + (least < 0.001 ? "below 0.001" : String.format(Locale.ROOT, "%.3f", least)) + ")";
        String may = open.isEmpty() ? "" : list(open) + (open.size() == 1 ? " is" : " are") + " not shown to do worse";
        return "The device was not needed for these strings: " + does
                + (does.isEmpty() || may.isEmpty() ? "" : ", and ") + may + ".";
    }

    private static String list(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
