package dev.eventtester.liquid.filter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.json.JsText;
import dev.eventtester.json.JsType;
import dev.eventtester.liquid.text.Base64Text;
import dev.eventtester.liquid.text.HtmlText;
import dev.eventtester.liquid.text.Slug;
import dev.eventtester.liquid.text.UrlText;
import dev.eventtester.liquid.value.LiquidException;
import dev.eventtester.liquid.value.Values;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Filters that encode and decode texts for HTML, URLs and Base64. */
final class EncodingFilters {

    private static final String UNRESERVED = "-_.~";
    private static final String KEPT_IN_PARTS = UNRESERVED + "!*'()";
    private static final String KEPT_IN_URLS = KEPT_IN_PARTS + ";/?:@&=+$,#[]";
    private static final JsonNode DEFAULT_MODE = Values.text("default");

    static final Map<String, Filter> BY_NAME = Map.ofEntries(
            Map.entry("escape", filter(HtmlText::escape)),
            Map.entry("xml_escape", filter(HtmlText::escape)),
            Map.entry("escape_once", filter(text -> HtmlText.escape(HtmlText.unescape(text)))),
            Map.entry("strip_html", filter(HtmlText::withoutTags)),
            Map.entry("url_encode", filter(text -> UrlText.encode(text, KEPT_IN_PARTS, true))),
            Map.entry("cgi_escape", filter(text -> UrlText.encode(text, UNRESERVED, true))),
            Map.entry("uri_escape", filter(text -> UrlText.encode(text, KEPT_IN_URLS, false))),
            Map.entry("url_decode", filter(text -> UrlText.decode(text).replace('+', ' '))),
            Map.entry("base64_encode", filter(Base64Text::encode)),
            Map.entry("base64_decode", filter(Base64Text::decode)),
            Map.entry("slugify", EncodingFilters::slugify));

    private EncodingFilters() {}

    private static Filter filter(UnaryOperator<String> operator) {
        return call -> {
            try {
                return call.answer(operator.apply(call.text()));
            } catch (IllegalArgumentException unencodable) {
                throw new LiquidException(unencodable.getMessage());
            }
        };
    }

    private static JsonNode slugify(Invocation call) {
        String mode = Values.toText(call.argument(0, DEFAULT_MODE), call.budget());
        String text = call.text();
        call.budget().work(2L * text.length());
        String slug = Slug.of(text, mode);
        return call.answer(JsType.isTruthy(call.argument(1)) ? slug : JsText.lowerCase(slug));
    }
}
