package dev.eventtester.delivery;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What a {@link LoopbackDestination} does with one request: it may wait first, then it answers or misbehaves. */
public final class Reply {

    private static final byte[] NOTHING = new byte[0];

    /** How the body, or what stands in for an answer, is written. */
    private interface Writing {
        void write(Socket socket, OutputStream out, CountDownLatch closed) throws IOException, InterruptedException;
    }

    private final List<CountDownLatch> gates = new ArrayList<>();
    private final StringBuilder headers = new StringBuilder();
    private final int status;
    private byte[] body = NOTHING;
    private Duration delay = Duration.ZERO;
    private boolean held;
    private boolean sized = true;
    private Writing writing;

    private Reply(int status) {
        this.status = status;
    }

    public static Reply status(int status) {
        return new Reply(status);
    }

    public static Reply ok() {
        return status(200);
    }

    public static Reply json(int status, String body) {
        return status(status).header("content-type", "application/json").body(body);
    }

    /** Says nothing until the caller hangs up. */
    public static Reply never() {
        return wild((socket, out, closed) -> socket.getInputStream().read());
    }

    /** Tears the connection down with a reset. */
    public static Reply reset() {
        return wild((socket, out, closed) -> reset(socket));
    }

    /** Closes the connection without a word. */
    public static Reply close() {
        return wild((socket, out, closed) -> {});
    }

    /** Writes these bytes instead of an answer, then closes. */
    public static Reply raw(byte[] bytes) {
        return wild((socket, out, closed) -> out.write(bytes));
    }

    private static Reply wild(Writing writing) {
        Reply reply = new Reply(0);
        reply.writing = writing;
        return reply;
    }

    public Reply header(String name, String value) {
        headers.append(name).append(": ").append(value).append("\r\n");
        return this;
    }

    public Reply body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    public Reply body(byte[] bytes) {
        body = bytes;
        return this;
    }

    /** Waits that long before answering. */
    public Reply after(Duration wait) {
        delay = wait;
        return this;
    }

    /** Answers only once that many requests with this reply are open at the same time. */
    public Reply onceOpen(int requests) {
        gates.add(new CountDownLatch(requests));
        return this;
    }

    /** Answers only after {@link LoopbackDestination#release()}. */
    public Reply held() {
        held = true;
        return this;
    }

    /** Sends the body again and again, without an end. */
    public Reply endless() {
        sized = false;
        writing = (socket, out, closed) -> {
            while (closed.getCount() > 0) {
                out.write(body);
            }
        };
        return this;
    }

    /** Sends the body byte by byte with a pause before each. */
    public Reply drip(Duration pause) {
        writing = (socket, out, closed) -> {
            for (byte b : body) {
                if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                out.write(b);
                out.flush();
            }
        };
        return this;
    }

    /** Announces the whole body, sends so many bytes of it and closes. */
    public Reply cutAfter(int bytes) {
        writing = (socket, out, closed) -> out.write(Arrays.copyOf(body, bytes));
        return this;
    }

    /** Announces the whole body, sends so many bytes of it, says nothing more until the caller hangs up. */
    public Reply stallAfter(int bytes) {
        writing = (socket, out, closed) -> {
            out.write(Arrays.copyOf(body, bytes));
            out.flush();
            socket.getInputStream().read();
        };
        return this;
    }

    /** Sends no content-length: the body ends with the connection. */
    public Reply unsized() {
        sized = false;
        return this;
    }

    /**
     * Waits as told, then writes.
     *
     * @param answering runs between the two, unless this is no answer
     */
    void to(Socket socket, String method, CountDownLatch released, CountDownLatch closed, Runnable answering)
            throws IOException, InterruptedException {
        for (CountDownLatch gate : gates) {
            gate.countDown();
            gate.await();
        }
        if (held) {
            released.await();
        }
        if (!delay.isZero() && closed.await(delay.toNanos(), TimeUnit.NANOSECONDS)) {
            return;
        }
        OutputStream out = socket.getOutputStream();
        if (status > 0) {
            answering.run();
            out.write(head().getBytes(StandardCharsets.UTF_8));
        }
        if (writing != null) {
            writing.write(socket, out, closed);
        } else if (!method.equals("HEAD")) {
            out.write(body);
        }
        out.flush();
    }

    private String head() {
        String length = sized && status != 204 && status != 304 ? "content-length: " + body.length + "\r\n" : "";
        return "HTTP/1.1 " + status + " " + reason() + "\r\n" + headers + length + "connection: close\r\n\r\n";
    }

    private String reason() {
        return switch (status) {
            case 200 -> "OK";
            case 302 -> "Found";
            case 400 -> "Bad Request";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            default -> "Status " + status;
        };
    }

    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Lets go whoever waits for others. */
    void abandon() {
        gates.forEach(gate -> {
            while (gate.getCount() > 0) {
                gate.countDown();
            }
        });
    }
}
