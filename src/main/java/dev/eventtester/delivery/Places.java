package dev.eventtester.delivery;

import java.util.ArrayDeque;
import java.util.Queue;

/** A fixed number of places for calls that hold a connection; the others wait in their order. Thread-safe. */
final class Places {

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int free;

    Places(int number) {
        this.free = number;
    }

    /**
     * @param granted runs once a place is there, at once or later on the thread of whoever left one; it must then be
     *     given back by {@link #leave}
     */
    void enter(Runnable granted) {
        synchronized (this) {
            if (free == 0) {
                waiting.add(granted);
                return;
            }
            free--;
        }
        granted.run();
    }

    /**
     * Stops waiting.
     *
     * @return whether it was still waiting; if not, its place is granted and must be given back
     */
    synchronized boolean giveUp(Runnable granted) {
        return waiting.remove(granted);
    }

    void leave() {
        Runnable next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                free++;
            }
        }
        if (next != null) {
            next.run();
        }
    }
}
