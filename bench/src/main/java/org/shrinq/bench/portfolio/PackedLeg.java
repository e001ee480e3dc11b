package org.shrinq.bench.portfolio;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.shrinq.qubo.Bits;
import org.shrinq.relax.Bound;
import org.shrinq.relax.BoundKind;
import org.shrinq.solver.portfolio.Leg;
import org.shrinq.solver.portfolio.News;

/**
 * A leg on its way to another machine: text and numbers only.
 *
 * @param member as in {@link Leg}
 * @param number as in {@link Leg}
 * @param heard as in {@link Leg}
 * @param elapsedSeconds as in {@link Leg}
 */
public record PackedLeg(int member, int number, List<PackedNews> heard, double elapsedSeconds) implements Serializable {
    /**
     * News as text and numbers.
     *
     * @param x as 0 and 1, or empty
     * @param boundKind name of the bound's kind, or empty
     * @param bound its value
     */
    public record PackedNews(String x, String boundKind, double bound) implements Serializable {
        static PackedNews of(News news) {
            return new PackedNews(
                    news.x().map(Bits::toString).orElse(""),
                    news.bound().map(b -> b.kind().name()).orElse(""),
                    news.bound().map(Bound::value).orElse(0.0));
        }

        News unpack() {
            return new News(
                    x.isEmpty() ? Optional.empty() : Optional.of(Bits.parse(x)),
                    boundKind.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new Bound(BoundKind.valueOf(boundKind), bound)));
        }
    }

    /** Packs a leg. */
    public static PackedLeg of(Leg leg) {
        return new PackedLeg(
                leg.member(),
                leg.number(),
                leg.heard().stream().map(PackedNews::of).toList(),
                leg.elapsedSeconds());
    }

    /** The leg. */
    public Leg unpack() {
        return new Leg(member, number, heard.stream().map(PackedNews::unpack).toList(), elapsedSeconds);
    }
}
