package org.shrinq.repair.optaplanner;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Random;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;

/**
 * Random ejection chains: a random bit is flipped, then random bits that mend what is violated, until nothing is. So a
 * vertex enters and its neighbours leave, an item enters and others make room, one place of a one-hot group is given
 * for another. Without constraints it is one flip.
 */
public final class ChainMoves implements MoveIteratorFactory<BitPlan, Chain> {
    /** For OptaPlanner. */
    public ChainMoves() {}

    @Override
    public long getSize(ScoreDirector<BitPlan> director) {
        return director.getWorkingSolution().bits.size();
    }

    /** All single flips; random selection, the only one configured, does not come here. */
    @Override
    public Iterator<Chain> createOriginalMoveIterator(ScoreDirector<BitPlan> director) {
        return director.getWorkingSolution().bits.stream()
                .map(bit -> new Chain(List.of(bit)))
                .iterator();
    }

    @Override
    public Iterator<Chain> createRandomMoveIterator(ScoreDirector<BitPlan> director, Random random) {
        return new RandomChains(director, random);
    }

    private static final class RandomChains implements Iterator<Chain> {
        private final ScoreDirector<BitPlan> director;
        private final Random random;

        RandomChains(ScoreDirector<BitPlan> director, Random random) {
            this.director = director;
            this.random = random;
        }

        @Override
        public boolean hasNext() {
            return !director.getWorkingSolution().bits.isEmpty();
        }

        @Override
        public Chain next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            BitPlan plan = director.getWorkingSolution();
            Objects.requireNonNull(plan.watch).proposed(plan.bits.size());
            int[] chain = Objects.requireNonNull(plan.costs).chain(random.nextInt(plan.bits.size()), random);
            List<Bit> bits = new ArrayList<>(chain.length);
            for (int v : chain) {
                bits.add(plan.bits.get(v));
            }
            return new Chain(bits);
        }
    }
}
