package org.shrinq.instances.solution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.shrinq.instances.family.FileFamilies;
import org.shrinq.instances.family.Placement;
import org.shrinq.instances.text.NumberList;
import org.shrinq.instances.text.Shape;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.TextSink;
import org.shrinq.instances.text.Tokens;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.Problem;

/** Solutions that are nothing but numbers: .sln, bits, indices, permutations. */
final class NumericSolution {
    private static final String COUNTS_FROM_ZERO = "the permutation counts from 0";

    private final Problem problem;
    private final NumberList numbers;
    private final List<String> notes = new ArrayList<>();

    private NumericSolution(Problem problem, NumberList numbers) {
        this.problem = problem;
        this.numbers = numbers;
    }

    static SolutionFile read(Text text, Shape shape, Problem problem) {
        if (shape.comments() > 0) {
            Text plain = withoutComments(text);
            OptionalDouble claim = SolSolution.claimInComments(text);
            SolutionFile read = read(plain, new Shape(plain), problem);
            return claim.isEmpty() || read.claimed().isPresent()
                    ? read
                    : new SolutionFile(read.x(), read.form(), SolutionFile.Claims.of(claim), read.notes());
        }
        if (shape.tokens() == 1) {
            String word = new Tokens(text).word("a solution");
            if (word.length() == problem.size() && word.length() > 1 && word.matches("[01]+")) {
                return new SolutionFile(
                        Bits.parse(word), SolutionForm.BITS, SolutionFile.Claims.of(OptionalDouble.empty()), List.of());
            }
            requireNoBits(text, word, problem.size());
        }
        return new NumericSolution(problem, NumberList.read(text)).read();
    }

    /** The same with blanks in place of the lines that start with # or %. */
    private static Text withoutComments(Text text) {
        byte[] bytes = text.bytes().clone();
        boolean start = true;
        boolean comment = false;
        for (int p = text.start(); p < text.length(); p++) {
            if (bytes[p] == '\n' || bytes[p] == '\r') {
                start = true;
                comment = false;
            } else {
                comment |= start && (bytes[p] == '#' || bytes[p] == '%');
                start &= Tokens.isSpace(bytes[p]);
                if (comment) {
                    bytes[p] = ' ';
                }
            }
        }
        return new Text(text.file(), bytes, text.start(), text.length(), text.sha256());
    }

    /** Refuses a word of bits of the wrong length, unless it may be the number of a variable. */
    private static void requireNoBits(Text text, String word, int size) {
        boolean number =
                !word.startsWith("0") && word.length() <= Integer.toString(size).length();
        if (word.length() > 1 && word.matches("[01]+") && !number) {
            Tokens in = new Tokens(text);
            in.word("a solution");
            throw in.invalid("expected " + size + " bits, found " + word.length(), "Maybe it solves another instance.");
        }
    }

    private SolutionFile read() {
        Optional<Placement> placement = FileFamilies.placement(problem);
        Optional<SolutionFile> placed = placement.flatMap(this::placed);
        if (placed.isPresent()) {
            return placed.get();
        }
        if (numbers.size() == problem.size() && allBits()) {
            byte[] x = new byte[problem.size()];
            for (int i = 0; i < x.length; i++) {
                x[i] = (byte) numbers.get(i);
            }
            return result(x, SolutionForm.BITS, OptionalDouble.empty());
        }
        if (numbers.size() > 2 && allBits()) {
            throw numbers.invalid(
                    numbers.size() - 1,
                    "expected " + problem.size() + " bits, found " + numbers.size(),
                    "Maybe it solves another instance.");
        }
        return indices();
    }

    private Optional<SolutionFile> placed(Placement placement) {
        int n = placement.order();
        if (numbers.size() == n + 2 && numbers.get(0) == n) {
            return Optional.of(sln(placement));
        }
        boolean permutation = numbers.size() == n && isPermutation(0, n);
        if (permutation || numbers.size() == n && n > 1 && isPlacement(0, n) && !isDistinct()) {
            int[] locations = permutation ? permutation(0, n) : locations(0, n);
            return Optional.of(result(placement.bits(locations), SolutionForm.PERMUTATION, OptionalDouble.empty()));
        }
        return Optional.empty();
    }

    private SolutionFile result(byte[] x, SolutionForm form, OptionalDouble claimed) {
        return new SolutionFile(Bits.of(x), form, SolutionFile.Claims.of(claimed), notes);
    }

    private boolean allBits() {
        for (int k = 0; k < numbers.size(); k++) {
            if (numbers.get(k) != 0 && numbers.get(k) != 1) {
                return false;
            }
        }
        return true;
    }

    /** "n value", then the permutation. A file may hold the inverse, which its own value then shows. */
    private SolutionFile sln(Placement placement) {
        int n = placement.order();
        double claimed = numbers.get(1);
        if (!isPermutation(2, n)) {
            for (int k = 2; k < n + 2; k++) {
                numbers.countAt(k, "a location between 1 and " + n, 0, n);
            }
            if (isPlacement(2, n)) {
                return result(placement.bits(locations(2, n)), SolutionForm.SLN, OptionalDouble.of(claimed));
            }
            throw numbers.invalid(2, "expected locations between 1 and " + n + ", found 0 and " + n, "");
        }
        int[] permutation = permutation(2, n);
        int[] inverse = new int[n];
        for (int i = 0; i < n; i++) {
            inverse[permutation[i]] = i;
        }
        double cost = placement.objective(permutation);
        if (cost != claimed && placement.objective(inverse) == claimed) {
            notes.add("the permutation lists the facility of every location; it was inverted to cost the claimed "
                    + TextSink.text(claimed));
            permutation = inverse;
        } else if (cost != claimed) {
            notes.add("the file claims " + TextSink.text(claimed) + ", its permutation costs " + TextSink.text(cost));
        }
        return result(placement.bits(permutation), SolutionForm.SLN, OptionalDouble.of(claimed));
    }

    private boolean isPermutation(int from, int n) {
        return isPermutation(from, n, 1) || isPermutation(from, n, 0);
    }

    /** Locations that may repeat, counted from 1, or from 0 where one is 0. */
    private boolean isPlacement(int from, int n) {
        int base = base(from, n);
        for (int k = from; k < from + n; k++) {
            double v = numbers.get(k) - base;
            if (v != Math.rint(v) || v < 0 || v >= n) {
                return false;
            }
        }
        return true;
    }

    private int base(int from, int n) {
        for (int k = from; k < from + n; k++) {
            if (numbers.get(k) == 0) {
                return 0;
            }
        }
        return 1;
    }

    private boolean isDistinct() {
        Set<Double> seen = new HashSet<>();
        for (int k = 0; k < numbers.size(); k++) {
            if (!seen.add(numbers.get(k))) {
                return false;
            }
        }
        return true;
    }

    /** What is wrong with it is for the verification to say. */
    private int[] locations(int from, int n) {
        return locations(from, n, base(from, n));
    }

    private int[] locations(int from, int n, int base) {
        if (base == 0) {
            notes.add(COUNTS_FROM_ZERO);
        }
        int[] locations = new int[n];
        Arrays.setAll(locations, i -> (int) numbers.get(from + i) - base);
        return locations;
    }

    private boolean isPermutation(int from, int n, int base) {
        boolean[] seen = new boolean[n];
        for (int k = from; k < from + n; k++) {
            double v = numbers.get(k) - base;
            if (v != Math.rint(v) || v < 0 || v >= n || seen[(int) v]) {
                return false;
            }
            seen[(int) v] = true;
        }
        return true;
    }

    private int[] permutation(int from, int n) {
        return locations(from, n, isPermutation(from, n, 1) ? 1 : 0);
    }

    private SolutionFile indices() {
        int n = problem.size();
        int base = 1;
        for (int k = 0; k < numbers.size(); k++) {
            if (numbers.get(k) == 0) {
                base = 0;
            }
        }
        if (base == 0) {
            notes.add("the variables are counted from 0");
        }
        byte[] x = new byte[n];
        for (int k = 0; k < numbers.size(); k++) {
            int i = numbers.countAt(k, "a variable between " + base + " and " + (n - 1 + base), base, n - 1 + base)
                    - base;
            if (x[i] != 0) {
                throw numbers.invalid(
                        k,
                        "expected every variable once, found " + numbers.quote(k) + " twice",
                        "A solution of " + n + " variables is " + n + " bits, or the numbers of those that are 1.");
            }
            x[i] = 1;
        }
        return result(x, SolutionForm.INDICES, OptionalDouble.empty());
    }
}
