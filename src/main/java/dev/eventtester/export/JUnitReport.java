package dev.eventtester.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringWriter;
import java.math.BigDecimal;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An outcome as JUnit XML: one suite, one test case per mapping. A mapping that did not match is skipped, one that
 * failed is a failure, and one whose end is not known is an error.
 */
final class JUnitReport {

    private static final int SECONDS_LENGTH = 19;

    private final JsonNode outcome;
    private final XMLStreamWriter xml;

    private JUnitReport(JsonNode outcome, XMLStreamWriter xml) {
        this.outcome = outcome;
        this.xml = xml;
    }

    static String of(JsonNode outcome) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            new JUnitReport(outcome, xml).suites();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Writing to a text cannot fail", e);
        }
        return text.append('\n').toString();
    }

    private void suites() throws XMLStreamException {
        xml.writeStartElement("testsuites");
        attribute("name", "Event Tester");
        counts();
        suite();
        xml.writeEndElement();
    }

    private void suite() throws XMLStreamException {
        JsonNode destination = outcome.path("destination");
        xml.writeStartElement("testsuite");
        attribute("name", destination.path("name").asText());
        counts();
        attribute("skipped", Integer.toString(count(CaseEnd.SKIPPED)));
        // the format's times have no zone; this one is UTC
        attribute("timestamp", outcome.path("startedAt").asText().substring(0, SECONDS_LENGTH));
        properties(destination);
        for (JsonNode mapping : outcome.path("mappings")) {
            testCase(mapping);
        }
        xml.writeEndElement();
    }

    private void properties(JsonNode destination) throws XMLStreamException {
        xml.writeStartElement("properties");
        property("outcome", outcome.path("id"));
        for (String name :
                new String[] {"kind", "delivery", "status", "verdict", "product", "startedAt", "startedBy"}) {
            property(name, outcome.path(name));
        }
        property("destination", destination.path("id"));
        property("definition", destination.path("slug"));
        for (JsonNode note : outcome.path("notes")) {
            property("note." + note.path("code").asText(), note.path("message"));
        }
        xml.writeEndElement();
    }

    private void counts() throws XMLStreamException {
        attribute("tests", Integer.toString(outcome.path("mappings").size()));
        attribute("failures", Integer.toString(count(CaseEnd.FAILURE)));
        attribute("errors", Integer.toString(count(CaseEnd.ERROR)));
        attribute("time", seconds(outcome));
    }

    private int count(CaseEnd end) {
        int count = 0;
        for (JsonNode mapping : outcome.path("mappings")) {
            count += CaseEnd.of(mapping) == end ? 1 : 0;
        }
        return count;
    }

    private void testCase(JsonNode mapping) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("name", mapping.path("name").asText());
        attribute(
                "classname",
                outcome.path("destination").path("slug").asText() + "."
                        + mapping.path("actionSlug").asText());
        attribute("time", seconds(mapping));
        end(mapping, CaseEnd.of(mapping));
        xml.writeStartElement("system-out");
        xml.writeCharacters(XmlText.of(seen(mapping)));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void end(JsonNode mapping, CaseEnd end) throws XMLStreamException {
        if (end == CaseEnd.PASSED) {
            return;
        }
        xml.writeStartElement(end.element());
        attribute("message", end.message(mapping));
        if (end != CaseEnd.SKIPPED) {
            attribute("type", end.type(mapping));
            xml.writeCharacters(XmlText.of(end.details(mapping)));
        }
        xml.writeEndElement();
    }

    private static String seen(JsonNode mapping) {
        StringBuilder lines = new StringBuilder();
        lines.append("subscription ").append(mapping.path("subscriptionId").asText());
        lines.append("\ntrigger ")
                .append(mapping.path("trigger").path("expression").asText());
        for (JsonNode made : mapping.path("calls")) {
            RecordedCall call = new RecordedCall(mapping, made);
            lines.append('\n').append(call.id()).append(' ');
            lines.append(call.request().path("method").asText()).append(' ');
            lines.append(call.request().path("url").asText());
            lines.append(" -> ").append(call.ending());
            lines.append(" (").append(made.path("durationMillis").asLong()).append(" ms)");
        }
        return lines.toString();
    }

    private static String seconds(JsonNode timed) {
        return BigDecimal.valueOf(timed.path("durationMillis").asLong(), 3).toPlainString();
    }

    private void property(String name, JsonNode value) throws XMLStreamException {
        xml.writeEmptyElement("property");
        attribute("name", name);
        attribute("value", value.asText());
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, XmlText.of(value));
    }
}
