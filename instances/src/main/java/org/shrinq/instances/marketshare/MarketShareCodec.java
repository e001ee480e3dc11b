package org.shrinq.instances.marketshare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.shrinq.instances.codec.FamilyCodec;
import org.shrinq.instances.codec.Wanted;
import org.shrinq.instances.codec.WriteOptions;
import org.shrinq.instances.text.InstanceException;
import org.shrinq.instances.text.Json;
import org.shrinq.instances.text.JsonKeys;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.Shape;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.TextSink;
import org.shrinq.qubo.problem.MarketShare;

/**
 * Market share as JSON: {@code {"num_products": m, "num_retailers": n, "demands": [[…], …], "target_demands": […]}},
 * one row of demands per product. The two counts may be absent; {@code name} and unknown fields are passed over.
 */
public final class MarketShareCodec extends FamilyCodec<MarketShare> {
    public MarketShareCodec() {
        super(MarketShare.class, "market share problems");
    }

    @Override
    public Match match(Shape shape) {
        return shape.isJson() && JsonKeys.of(shape.text()).contains("demands") ? Match.CERTAIN : Match.NO;
    }

    @Override
    public boolean namesItself() {
        return true;
    }

    @Override
    public List<Parsed> read(Text text, Wanted wanted, Limits limits) {
        // the numbers, the problem's copy and the n² / 2 couplings of its model are checked below
        limits.require(text.file(), 0, "a JSON text of " + text.length() + " bytes", 16.0 * text.length());
        Fields fields = new Fields(text.file());
        Json.object(text, json -> name -> fields.read(json, name));
        return List.of(Parsed.of(fields.problem(text, limits)));
    }

    @Override
    protected void writeOf(MarketShare p, WriteOptions options, TextSink out) {
        int m = p.products();
        int n = p.retailers();
        out.add("{\"name\": ")
                .add(Json.quoted(p.name()))
                .add(", \"num_products\": ")
                .add(m);
        out.add(", \"num_retailers\": ").add(n).add(", \"demands\": [");
        for (int k = 0; k < m; k++) {
            int row = k;
            out.add(k > 0 ? ", " : "");
            array(out, n, j -> p.demand(row, j));
        }
        out.add("], \"target_demands\": ");
        array(out, m, p::target);
        out.line("}");
    }

    private static void array(TextSink out, int length, IntToDoubleFunction number) {
        out.add("[");
        for (int k = 0; k < length; k++) {
            out.add(k > 0 ? ", " : "").add(number.applyAsDouble(k));
        }
        out.add("]");
    }

    private static final class Fields {
        private final String file;
        private final Set<String> seen = new HashSet<>();
        private final List<double[]> demands = new ArrayList<>();
        private double[] targets = new double[0];
        private int products = -1;
        private int retailers = -1;
        private int line;

        Fields(String file) {
            this.file = file;
        }

        void read(Json json, String name) {
            seen.add(name);
            switch (name) {
                case "num_products" -> products = json.integer("the number of products", 1, Integer.MAX_VALUE);
                case "num_retailers" -> retailers = json.integer("the number of retailers", 1, Integer.MAX_VALUE);
                case "demands" ->
                    json.array("an array of demands, one row per product", k -> {
                        double[] row = json.numbers("an array of demands");
                        line = json.line();
                        if (k > 0 && row.length != demands.get(0).length) {
                            throw json.invalid(
                                    "expected " + demands.get(0).length + " demands for product " + (k + 1) + ", found "
                                            + row.length,
                                    "Every product has one demand per retailer.");
                        }
                        demands.add(row);
                    });
                case "target_demands" -> targets = json.numbers("an array of target demands");
                default -> json.skip();
            }
        }

        MarketShare problem(Text text, Limits limits) {
            for (String name : List.of("demands", "target_demands")) {
                if (!seen.contains(name)) {
                    throw invalid("expected the field \"" + name + "\", found none");
                }
            }
            int m = demands.size();
            int n = m == 0 ? 0 : demands.get(0).length;
            if (m == 0 || n == 0) {
                throw invalid("expected at least one product and one retailer, found " + m + " and " + n);
            }
            if (products >= 0 && products != m) {
                throw invalid("expected " + products + " rows of demands (num_products), found " + m);
            }
            if (retailers >= 0 && retailers != n) {
                throw invalid("expected " + retailers + " demands per product (num_retailers), found " + n);
            }
            if (targets.length != m) {
                throw invalid("expected " + m + " target demands, found " + targets.length);
            }
            limits.require(file, line, "a market share model of " + n + " retailers", 40.0 * n * n * m);
            return MarketShare.of(text.stem(), demands.toArray(double[][]::new), targets);
        }

        private InstanceException invalid(String detail) {
            return InstanceException.at(InstanceException.Reason.INVALID, file, line, detail, "");
        }
    }
}
