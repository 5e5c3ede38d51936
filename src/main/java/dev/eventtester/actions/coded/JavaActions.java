package dev.eventtester.actions.coded;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.actions.Action;
import dev.eventtester.actions.segment.SegmentAction;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The actions that are Java because a declaration cannot say what they send, by the name that definitions give. */
public final class JavaActions {

    private static final Map<String, Function<JsonNode, Action>> ACTIONS = Map.ofEntries(
            Map.entry("segment-track", config -> new SegmentAction("track", config)),
            Map.entry("segment-identify", config -> new SegmentAction("identify", config)),
            Map.entry("segment-page", config -> new SegmentAction("page", config)),
            Map.entry("segment-screen", config -> new SegmentAction("screen", config)),
            Map.entry("segment-group", config -> new SegmentAction("group", config)),
            Map.entry("slack-message", config -> new SingleRequest(Slack::message)),
            Map.entry("customerio-event", config -> new SingleRequest(CustomerIo::event)),
            Map.entry("customerio-person", config -> new SingleRequest(CustomerIo::person)),
            Map.entry("iterable-event", config -> new SingleRequest(IterableUsers::event)),
            Map.entry("iterable-user", config -> new SingleRequest(IterableUsers::user)),
            Map.entry("launchdarkly-event", config -> new SingleRequest(LaunchDarkly::event)),
            Map.entry("launchdarkly-alias", config -> new SingleRequest(LaunchDarkly::alias)),
            Map.entry("mixpanel-identify", config -> new Mixpanel()));

    private JavaActions() {}

    /** @param config the operator's addresses */
    public static Optional<Action> find(String name, JsonNode config) {
        return Optional.ofNullable(ACTIONS.get(name)).map(create -> create.apply(config));
    }
}
