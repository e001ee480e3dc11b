package org.shrinq.quantum.device;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shrinq.quantum.circuit.GateKind;

/**
 * Gates of the standard include files by name: those that circuits have, and others as what they are made of, up to a
 * global phase.
 */
final class GateLibrary {
    private static final Map<String, GateKind> KINDS = kinds();
    private static final Map<String, Definition> DEFINED = defined();

    private GateLibrary() {}

    /**
     * A gate made of others.
     *
     * @param parameters names of its angles
     * @param qubits names of its qubits
     * @param body calls, without semicolons
     */
    record Definition(List<String> parameters, List<String> qubits, List<String> body) {}

    private static Map<String, GateKind> kinds() {
        Map<String, GateKind> m = new HashMap<>();
        for (GateKind kind : GateKind.values()) {
            if (kind != GateKind.XY && kind != GateKind.PHASE && kind != GateKind.CPHASE && kind != GateKind.U) {
                m.put(kind.name().toLowerCase(Locale.ROOT), kind);
            }
        }
        m.put("p", GateKind.PHASE);
        m.put("u1", GateKind.PHASE);
        m.put("cp", GateKind.CPHASE);
        m.put("cu1", GateKind.CPHASE);
        m.put("U", GateKind.U);
        m.put("u3", GateKind.U);
        m.put("u", GateKind.U);
        m.put("CX", GateKind.CX);
        m.put("cnot", GateKind.CX);
        m.put("si", GateKind.SDG);
        m.put("phaseshift", GateKind.PHASE);
        m.put("cphaseshift", GateKind.CPHASE);
        m.put("xx", GateKind.RXX);
        m.put("yy", GateKind.RYY);
        m.put("zz", GateKind.RZZ);
        return m;
    }

    private static Map<String, Definition> defined() {
        Map<String, Definition> m = new HashMap<>();
        put(m, "t", "", "a", "p(pi/4) a");
        put(m, "tdg", "", "a", "p(-pi/4) a");
        put(m, "ti", "", "a", "p(-pi/4) a");
        put(m, "sx", "", "a", "rx(pi/2) a");
        put(m, "v", "", "a", "rx(pi/2) a");
        put(m, "sxdg", "", "a", "rx(-pi/2) a");
        put(m, "vi", "", "a", "rx(-pi/2) a");
        put(m, "id", "", "a");
        put(m, "i", "", "a");
        put(m, "u2", "f,l", "a", "U(pi/2,f,l) a");
        put(m, "r", "t,f", "a", "U(t,f-pi/2,pi/2-f) a");
        put(m, "prx", "t,f", "a", "U(t,f-pi/2,pi/2-f) a");
        put(m, "cy", "", "a,b", "sdg b", "cx a,b", "s b");
        put(m, "ch", "", "a,b", "ry(-pi/4) b", "cz a,b", "ry(pi/4) b");
        put(m, "crz", "t", "a,b", "rz(t/2) b", "cx a,b", "rz(-t/2) b", "cx a,b");
        put(m, "crx", "t", "a,b", "h b", "crz(t) a,b", "h b");
        put(m, "rzx", "t", "a,b", "h b", "rzz(t) a,b", "h b");
        put(m, "ecr", "", "a,b", "rzx(pi/4) a,b", "x a", "rzx(-pi/4) a,b");
        put(m, "dcx", "", "a,b", "cx a,b", "cx b,a");
        put(m, "iswap", "", "a,b", "s a", "s b", "h a", "cx a,b", "cx b,a", "h b");
        String[] toffoli = {
            "h c", "cx b,c", "tdg c", "cx a,c", "t c", "cx b,c", "tdg c", "cx a,c", "t b", "t c", "h c", "cx a,b",
            "t a", "tdg b", "cx a,b"
        };
        put(m, "ccx", "", "a,b,c", toffoli);
        put(m, "ccnot", "", "a,b,c", toffoli);
        put(m, "ccz", "", "a,b,c", "h c", "ccx a,b,c", "h c");
        put(m, "cswap", "", "a,b,c", "cx c,b", "ccx a,b,c", "cx c,b");
        put(
                m,
                "cu3",
                "t,f,l",
                "a,b",
                "p((l+f)/2) a",
                "p((l-f)/2) b",
                "cx a,b",
                "U(-t/2,0,-(f+l)/2) b",
                "cx a,b",
                "U(t/2,f,0) b");
        put(m, "cu", "t,f,l,g", "a,b", "p(g) a", "cu3(t,f,l) a,b");
        return m;
    }

    private static void put(Map<String, Definition> m, String name, String parameters, String qubits, String... body) {
        m.put(
                name,
                new Definition(
                        parameters.isEmpty() ? List.of() : Arrays.asList(parameters.split(",", -1)),
                        Arrays.asList(qubits.split(",", -1)),
                        List.of(body)));
    }

    static @Nullable GateKind kind(String name) {
        return KINDS.get(name);
    }

    static @Nullable Definition definition(String name) {
        return DEFINED.get(name);
    }
}
