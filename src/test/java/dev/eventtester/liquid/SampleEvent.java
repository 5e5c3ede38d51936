package dev.eventtester.liquid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.InstantSource;

/** The event that the tables of these tests are rendered against, at a fixed time. */
final class SampleEvent {

    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2024-05-01T12:34:56.789Z"));

    static final JsonNode EVENT = json("""
        {
          "userId": "u-42",
          "timestamp": "2024-03-05T07:08:09.010Z",
          "traits": {
            "name": "Ann"
          },
          "properties": {
            "n": 42,
            "neg": -7,
            "dec": 3.75,
            "zero": 0,
            "yes": true,
            "no": false,
            "nil": null,
            "empty": "",
            "plan": "premium plan",
            "num": "42",
            "csv": "a,b,,c,,",
            "ws": "  padded text  ",
            "list": [
              "red",
              "green",
              "blue"
            ],
            "mixed": [
              1,
              null,
              [
                "x",
                [
                  2
                ]
              ],
              {
                "k": 1
              }
            ],
            "none": [],
            "bare": {},
            "items": [
              {
                "sku": "A-1",
                "price": 10,
                "tags": [
                  "x"
                ]
              },
              {
                "sku": "B-2",
                "price": 5.5,
                "tags": []
              },
              {
                "sku": null,
                "price": "7"
              }
            ],
            "html": "<b>Tom & 'J'</b>",
            "uni": "Café ☕",
            "size": 9,
            "my key": "spaced",
            "key": "plan",
            "toString": "own"
          }
        }
        """);

    private SampleEvent() {}

    static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException(notJson);
        }
    }

    static String render(String template) {
        return render(template, EVENT);
    }

    static String render(String template, JsonNode event) {
        return Liquid.compile(template).render(event, CLOCK);
    }
}
