package dev.eventtester.progress;

/**
 * One event of a stream.
 *
 * @param name one line
 * @param data any text; its line ends, of whatever kind, arrive as line feeds
 */
public record ServerSentEvent(String name, String data) {

    static final String KEEP_ALIVE = ": the test is still running\n\n";

    /** The event as it is sent. */
    String frame() {
        StringBuilder frame = new StringBuilder(data.length() + 64);
        frame.append("event: ").append(name).append('\n');
        data.lines().forEach(line -> frame.append("data: ").append(line).append('\n'));
        return frame.append('\n').toString();
    }
}
