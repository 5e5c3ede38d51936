package dev.eventtester.limit;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The calls that are under way here, per workspace. Thread-safe. */
final class InFlight {

    private final int most;
    private final Map<UUID, Integer> calls = new HashMap<>();

    InFlight(int most) {
        this.most = most;
    }

    /** Lets so many calls in, or none of them; gives whether it did. */
    synchronized boolean enter(UUID workspaceId, int entering) {
        int under = calls.getOrDefault(workspaceId, 0) + entering;
        if (under > most) {
            return false;
        }
        set(workspaceId, under);
        return true;
    }

    synchronized void leave(UUID workspaceId, int leaving) {
        set(workspaceId, calls.getOrDefault(workspaceId, 0) - leaving);
    }

    private void set(UUID workspaceId, int under) {
        if (under == 0) {
            calls.remove(workspaceId);
        } else {
            calls.put(workspaceId, under);
        }
    }
}
