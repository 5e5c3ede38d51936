package dev.eventtester.delivery.secret;

import java.util.Arrays;

/**
 * Finds many patterns in one pass over bytes (Aho and Corasick), in time linear in the bytes. A plus sign and a space
 * are the same to it, since forms write one for the other. Immutable.
 */
final class Automaton {

    /** How much of a pattern must stand at the end of a cut text to count as one. */
    private static final int SHORTEST_BEGINNING = 3;

    private final Edges edges;
    private final int[] depth;
    private final int[] fallback;
    private final int[] longest;
    private final int[] before;
    private final int[] after;

    private Automaton(Builder from, int[] fallback) {
        this.edges = from.edges;
        this.depth = from.depth;
        this.longest = from.longest;
        this.before = from.before;
        this.after = from.after;
        this.fallback = fallback;
    }

    /** Receives what was found: from {@code start} to before {@code end}. */
    interface Found {
        void at(int start, int end);
    }

    boolean isEmpty() {
        return fallback.length == 1;
    }

    /**
     * @param truncated whether the beginning of a pattern at the end of the bytes is found, too
     */
    void scan(byte[] bytes, boolean truncated, Found found) {
        int state = 0;
        for (int i = 0; i < bytes.length; i++) {
            state = next(state, bytes[i]);
            if (longest[state] > 0) {
                int start = i + 1 - longest[state] - before[state];
                found.at(Math.max(0, start), Math.min(bytes.length, i + 1 + after[state]));
            }
        }
        if (truncated && depth[state] >= SHORTEST_BEGINNING) {
            found.at(bytes.length - depth[state], bytes.length);
        }
    }

    private int next(int state, byte b) {
        int symbol = symbol(b);
        int at = state;
        while (true) {
            int child = edges.get(at, symbol);
            if (child > 0) {
                return child;
            }
            if (at == 0) {
                return 0;
            }
            at = fallback[at];
        }
    }

    private static int symbol(byte b) {
        return b == '+' ? ' ' : b & 0xFF;
    }

    /** Collects patterns. */
    static final class Builder {
        private final Edges edges = new Edges();
        private int[] depth = new int[64];
        private int[] parent = new int[64];
        private byte[] symbol = new byte[64];
        private int[] longest = new int[64];
        private int[] before = new int[64];
        private int[] after = new int[64];
        private int size = 1;

        /**
         * @param extraBefore how many bytes before the pattern belong to it; negative if its first ones do not
         * @param extraAfter how many bytes after the pattern belong to it; negative if its last ones do not
         */
        void add(byte[] pattern, int extraBefore, int extraAfter) {
            int node = 0;
            for (byte b : pattern) {
                int child = edges.get(node, symbol(b));
                node = child > 0 ? child : append(node, symbol(b));
            }
            boolean wider = longest[node] == 0 || extraBefore + extraAfter > before[node] + after[node];
            if (node > 0 && wider) {
                longest[node] = pattern.length;
                before[node] = extraBefore;
                after[node] = extraAfter;
            }
        }

        private int append(int node, int edge) {
            if (size == depth.length) {
                depth = Arrays.copyOf(depth, 2 * size);
                parent = Arrays.copyOf(parent, 2 * size);
                symbol = Arrays.copyOf(symbol, 2 * size);
                longest = Arrays.copyOf(longest, 2 * size);
                before = Arrays.copyOf(before, 2 * size);
                after = Arrays.copyOf(after, 2 * size);
            }
            depth[size] = depth[node] + 1;
            parent[size] = node;
            symbol[size] = (byte) edge;
            edges.put(node, edge, size);
            return size++;
        }

        Automaton build() {
            int[] fallback = new int[size];
            Automaton automaton = new Automaton(this, fallback);
            for (int node : byDepth()) {
                if (depth[node] > 1) {
                    fallback[node] = automaton.next(fallback[parent[node]], symbol[node]);
                }
                if (longest[node] == 0) {
                    inherit(node, fallback[node]);
                }
            }
            return automaton;
        }

        /** A node at which no pattern ends finds what its fallback finds. */
        private void inherit(int node, int from) {
            longest[node] = longest[from];
            before[node] = before[from];
            after[node] = after[from];
        }

        /** All nodes but the root, the nearest to it first. */
        private int[] byDepth() {
            int[] starts = new int[size + 2];
            for (int node = 1; node < size; node++) {
                starts[depth[node] + 1]++;
            }
            for (int d = 1; d < starts.length; d++) {
                starts[d] += starts[d - 1];
            }
            int[] nodes = new int[size - 1];
            for (int node = 1; node < size; node++) {
                nodes[starts[depth[node]]++] = node;
            }
            return nodes;
        }
    }

    /** From a node and a symbol to a node: open addressing, at most half full, and a plain table for the root. */
    private static final class Edges {
        private final int[] root = new int[256];
        private int[] keys = new int[128];
        private int[] children = new int[128];
        private int count;

        int get(int node, int symbol) {
            return node == 0 ? root[symbol] : children[slot(keys, key(node, symbol))];
        }

        void put(int node, int symbol, int child) {
            if (node == 0) {
                root[symbol] = child;
                return;
            }
            if (2 * count >= keys.length) {
                grow();
            }
            int slot = slot(keys, key(node, symbol));
            keys[slot] = key(node, symbol);
            children[slot] = child;
            count++;
        }

        private void grow() {
            int[] largerKeys = new int[2 * keys.length];
            int[] largerChildren = new int[2 * keys.length];
            for (int i = 0; i < keys.length; i++) {
                if (keys[i] != 0) {
                    int slot = slot(largerKeys, keys[i]);
                    largerKeys[slot] = keys[i];
                    largerChildren[slot] = children[i];
                }
            }
            keys = largerKeys;
            children = largerChildren;
        }

        private static int key(int node, int symbol) {
            return node << 8 | symbol;
        }

        /** Where the key is, or the empty slot (with child 0) where it belongs. */
        private static int slot(int[] keys, int key) {
            int mask = keys.length - 1;
            int mixed = key * 0x9E3779B9;
            int slot = (mixed ^ mixed >>> 15) & mask;
            while (keys[slot] != 0 && keys[slot] != key) {
                slot = slot + 1 & mask;
            }
            return slot;
        }
    }
}
