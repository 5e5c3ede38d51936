package dev.eventtester.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.segment.analytics.Analytics;
import com.segment.analytics.Callback;
import com.segment.analytics.messages.AliasMessage;
import com.segment.analytics.messages.GroupMessage;
import com.segment.analytics.messages.IdentifyMessage;
import com.segment.analytics.messages.Message;
import com.segment.analytics.messages.MessageBuilder;
import com.segment.analytics.messages.PageMessage;
import com.segment.analytics.messages.ScreenMessage;
import com.segment.analytics.messages.TrackMessage;
import dev.eventtester.delivery.LoopbackDestination;
import dev.eventtester.delivery.Reply;
import dev.eventtester.event.JsonText;
import dev.eventtester.service.Service.NewSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The published Java client sends events; one of them is loaded back and tested against a real destination. */
@QuarkusTest
class RealClientTest {

    private static final int MATCHING = 4;

    @TestHTTPResource
    URL address;

    private final Service owner = Service.owner();

    @Test
    void what_the_client_sent_reaches_every_matching_mapping_at_the_same_time() throws InterruptedException {
        NewSource source = owner.source("java");
        sendEveryType(source.writeKey());
        JsonNode events = JsonNodes.data(
                        owner.get("/api/sources/" + source.id() + "/events").asString())
                .get("events");
        assertThat(events)
                .extracting(event -> event.get("type").textValue())
                .containsExactlyInAnyOrder("track", "identify", "page", "screen", "group", "alias");

        String event = exactEvent(source, "track");

        try (LoopbackDestination server = LoopbackDestination.start()) {
            server.always(Reply.ok().onceOpen(MATCHING));
            String destination = owner.destination(source, "actions-webhook", Map.of());
            owner.webhook(destination, "type", "type = \"track\"", server.url("/1"));
            owner.webhook(destination, "event", "event = \"Order Completed\"", server.url("/2"));
            owner.webhook(destination, "number", "properties.revenue >= 9", server.url("/3"));
            owner.webhook(destination, "user", "userId != null and contains(event, \"Order\")", server.url("/4"));
            owner.webhook(destination, "none", "event = \"Order Refunded\"", server.url("/5"));

            Response answered = owner.post("/api/destinations/" + destination + "/test", "{\"event\":" + event + "}");

            JsonNode outcome = Service.data(answered, 200).get("outcome");
            assertThat(outcome.at("/summary/mappings").toString())
                    .isEqualTo("{\"tested\":5,\"matched\":4,\"notMatched\":1,\"succeeded\":4,\"failed\":0}");
            assertThat(server.seen())
                    .extracting(LoopbackDestination.Seen::path)
                    .containsExactlyInAnyOrder("/1", "/2", "/3", "/4");
            assertThat(server.mostOpenAtOnce()).isEqualTo(MATCHING);
            String stored =
                    owner.get("/api/outcomes/" + outcome.get("id").textValue()).asString();
            assertThat(stored).isEqualTo(answered.asString());
        }
    }

    /** The event of the newest entry of a type, cut out of the answer without being rewritten. */
    private String exactEvent(NewSource source, String type) {
        String answer = owner.get("/api/sources/" + source.id() + "/events?pagination.count=1&type=" + type)
                .asString();
        String data = JsonText.members(answer).get("data");
        String entry = JsonText.elements(JsonText.members(data).get("events")).get(0);
        return JsonText.members(entry).get("event");
    }

    private void sendEveryType(String writeKey) throws InterruptedException {
        List<MessageBuilder<?, ?>> messages = List.of(
                TrackMessage.builder("Order Completed").userId("u1").properties(Map.of("revenue", 9.5)),
                IdentifyMessage.builder().userId("u1").traits(Map.of("email", "ann@example.com")),
                PageMessage.builder("Pricing").userId("u1"),
                ScreenMessage.builder("Home").userId("u1"),
                GroupMessage.builder("g1").userId("u1"),
                AliasMessage.builder("anonymous").userId("u1"));
        CountDownLatch delivered = new CountDownLatch(messages.size());
        Analytics client = Analytics.builder(writeKey)
                .endpoint(address.toString())
                .callback(new Callback() {
                    @Override
                    public void success(Message message) {
                        delivered.countDown();
                    }

                    @Override
                    public void failure(Message message, Throwable failure) {}
                })
                .build();
        messages.forEach(client::enqueue);
        client.flush();
        assertThat(delivered.await(30, TimeUnit.SECONDS)).isTrue();
        client.shutdown();
    }
}
