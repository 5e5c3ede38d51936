package dev.eventtester.sample;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.event.EventType;
import java.util.List;
import java.util.Locale;

/** Events as the code of a site or an app sends them. */
final class TypicalEvent {

    static final String TRACK_NAME = "Order Completed";

    private static final List<String> SHOP_WORDS =
            List.of("order", "cart", "checkout", "product", "purchas", "payment");

    private TypicalEvent() {}

    /**
     * @param name what a track, page or screen is called; null for the usual name
     */
    static ObjectNode of(EventType type, String name, Inventions invent) {
        ObjectNode event = object();
        event.put("type", type.wire());
        event.put("messageId", "sample-" + invent.uuid());
        event.put("timestamp", invent.time());
        event.put("anonymousId", invent.uuid());
        event.put("userId", invent.userId());
        switch (type) {
            case TRACK -> track(event, name == null ? TRACK_NAME : name, invent);
            case IDENTIFY -> event.set("traits", person(invent));
            case PAGE -> page(event, name == null ? "Pricing" : name);
            case SCREEN -> screen(event, name == null ? "Home" : name);
            case GROUP -> group(event, invent);
            case ALIAS -> event.put("previousId", event.get("anonymousId").textValue());
        }
        event.set("context", type == EventType.SCREEN ? appContext(invent) : siteContext(invent));
        return event;
    }

    private static void track(ObjectNode event, String name, Inventions invent) {
        event.put("event", name);
        String lower = name.toLowerCase(Locale.ROOT);
        boolean shop = SHOP_WORDS.stream().anyMatch(lower::contains);
        event.set(
                "properties",
                shop ? order(invent) : object().put("source", "sample").put("plan", "Pro"));
    }

    private static ObjectNode order(Inventions invent) {
        ObjectNode order = object();
        order.put("order_id", invent.id("order"));
        order.put("total", 54.95);
        order.put("revenue", 49.95);
        order.put("shipping", 5);
        order.put("currency", "USD");
        ObjectNode product = order.putArray("products").addObject();
        product.put("product_id", invent.id("product"));
        product.put("sku", "SAMPLE-001");
        product.put("name", "Sample product");
        product.put("category", "Samples");
        product.put("price", 24.97);
        product.put("quantity", 2);
        return order;
    }

    /** What is known of a person. */
    static ObjectNode person(Inventions invent) {
        ObjectNode traits = object();
        traits.put("email", invent.email());
        traits.put("firstName", "Alex");
        traits.put("lastName", "Example");
        traits.put("name", "Alex Example");
        traits.put("phone", invent.phone());
        traits.put("plan", "Pro");
        traits.put("createdAt", invent.timeBefore(30 * 86_400L));
        traits.set("address", address());
        return traits;
    }

    static ObjectNode address() {
        ObjectNode address = object();
        address.put("street", "1 Example Street");
        address.put("city", "Springfield");
        address.put("state", "CA");
        address.put("postalCode", "90000");
        address.put("country", "US");
        return address;
    }

    private static void page(ObjectNode event, String name) {
        event.put("name", name);
        event.put("category", "Samples");
        event.set("properties", visited().put("name", name).put("category", "Samples"));
    }

    private static void screen(ObjectNode event, String name) {
        event.put("name", name);
        event.set("properties", object().put("feed", "private").put("position", 1));
    }

    private static void group(ObjectNode event, Inventions invent) {
        event.put("groupId", invent.id("group"));
        ObjectNode traits = object();
        traits.put("name", "Example Inc.");
        traits.put("industry", "Technology");
        traits.put("employees", 120);
        traits.put("plan", "enterprise");
        traits.put("website", Inventions.SITE);
        event.set("traits", traits);
    }

    private static ObjectNode siteContext(Inventions invent) {
        ObjectNode context = object();
        context.set("library", object().put("name", "analytics.js").put("version", "2.0.0"));
        context.set("page", visited());
        ObjectNode campaign = object();
        campaign.put("name", "sample-campaign");
        campaign.put("source", "newsletter");
        campaign.put("medium", "email");
        context.set("campaign", campaign);
        context.put("ip", invent.ip());
        context.put("locale", "en-US");
        context.put("timezone", "America/New_York");
        context.put("userAgent", Inventions.BROWSER);
        return context;
    }

    private static ObjectNode visited() {
        ObjectNode page = object();
        page.put("path", "/pricing");
        page.put("referrer", Inventions.SITE + "/");
        page.put("search", "?utm_source=newsletter");
        page.put("title", "Pricing");
        page.put("url", Inventions.SITE + "/pricing?utm_source=newsletter");
        return page;
    }

    private static ObjectNode appContext(Inventions invent) {
        ObjectNode context = object();
        context.set("library", object().put("name", "analytics-android").put("version", "4.10.0"));
        ObjectNode app = object();
        app.put("name", "Example App");
        app.put("version", "1.2.3");
        app.put("build", "45");
        app.put("namespace", "com.example.app");
        context.set("app", app);
        context.set("device", device(invent));
        context.set("os", object().put("name", "Android").put("version", "14"));
        ObjectNode network = object();
        network.put("bluetooth", false);
        network.put("carrier", "Example Mobile");
        network.put("cellular", true);
        network.put("wifi", false);
        context.set("network", network);
        context.set("screen", object().put("density", 2.5).put("height", 2400).put("width", 1080));
        context.put("ip", invent.ip());
        context.put("locale", "en-US");
        context.put("timezone", "America/New_York");
        context.put("userAgent", "Dalvik/2.1.0 (Linux; U; Android 14; Example Phone)");
        return context;
    }

    private static ObjectNode device(Inventions invent) {
        ObjectNode device = object();
        device.put("id", invent.hex(16));
        device.put("advertisingId", invent.uuid());
        device.put("adTrackingEnabled", true);
        device.put("manufacturer", "Example");
        device.put("model", "Example Phone");
        device.put("name", "phone");
        device.put("type", "android");
        return device;
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
