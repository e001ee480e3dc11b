package org.shrinq.qubo.run;

/** Waits for threads whose memory is in use until they have ended. */
public final class Threads {
    private Threads() {}

    /** Returns once the thread has ended, whatever interrupts; an interrupt that came meanwhile is set again. */
    public static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
