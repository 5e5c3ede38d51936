package dev.eventtester.progress;

import com.fasterxml.jackson.databind.JsonNode;

/** Hears of a test while it runs; its methods are called one after the other. */
public interface Progress {

    /** Nobody follows. */
    Progress UNSEEN = new Progress() {
        @Override
        public void mapping(int done, int total, JsonNode result) {}

        @Override
        public void ended() {}
    };

    /**
     * One mapping has its result.
     *
     * @param done how many have one now
     * @param result as the outcome will show it; not to be changed
     */
    void mapping(int done, int total, JsonNode result);

    /** No mapping follows. */
    void ended();
}
