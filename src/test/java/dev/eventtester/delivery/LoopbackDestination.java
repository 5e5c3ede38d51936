package dev.eventtester.delivery;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javax.net.ServerSocketFactory;

/**
 * A real HTTP server on 127.0.0.1 at a port of its own that answers as scripted and remembers what it saw. One
 * request per connection, one thread per connection. Without a script every request is answered with 200 and
 * {@code {"ok":true}}.
 */
public final class LoopbackDestination implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;
    private static final int BACKLOG = 4096;

    private final ServerSocket server;
    private final String scheme;
    private final ExecutorService threads = Executors.newCachedThreadPool(LoopbackDestination::daemon);
    private final Map<String, List<Reply>> replies = new ConcurrentHashMap<>();
    private final Map<String, Integer> turns = new ConcurrentHashMap<>();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile CountDownLatch released = new CountDownLatch(1);
    private volatile List<Reply> otherwise = List.of(Reply.json(200, "{\"ok\":true}"));
    private int connections;
    private int open;
    private int mostOpen;
    private int finished;

    /**
     * One request as it came.
     *
     * @param target path and query
     * @param headers names in any case to values; several values of one name are joined by a comma and a space
     */
    public record Seen(String method, String target, Map<String, String> headers, byte[] body) {

        public String path() {
            int query = target.indexOf('?');
            return query < 0 ? target : target.substring(0, query);
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private LoopbackDestination(ServerSocketFactory factory, String scheme) throws IOException {
        this.server = factory.createServerSocket(0, BACKLOG, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        this.scheme = scheme;
    }

    public static LoopbackDestination start() {
        return start(ServerSocketFactory.getDefault(), "http");
    }

    /**
     * @param factory an {@code SSLServerSocketFactory} for https
     */
    public static LoopbackDestination start(ServerSocketFactory factory, String scheme) {
        try {
            LoopbackDestination destination = new LoopbackDestination(factory, scheme);
            destination.threads.execute(destination::accept);
            return destination;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(null, work, "loopback-destination", 256 * 1024);
        thread.setDaemon(true);
        return thread;
    }

    /** Answers the first request to this path with the first reply, and so on; the last reply is repeated. */
    public LoopbackDestination on(String path, Reply... script) {
        replies.put(path, List.of(script));
        return this;
    }

    /** As {@link #on}, for all paths that have no script, counted together. */
    public LoopbackDestination always(Reply... script) {
        otherwise = List.of(script);
        return this;
    }

    /** Lets every request go on that is or will be held. */
    public void release() {
        released.countDown();
    }

    /** Holds again what comes from now on. */
    public void hold() {
        released = new CountDownLatch(1);
    }

    public int port() {
        return server.getLocalPort();
    }

    /**
     * @param path with its leading slash
     */
    public String url(String path) {
        return scheme + "://127.0.0.1:" + port() + path;
    }

    /** All requests in the order in which they were read. */
    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    public List<Seen> seen(String path) {
        return seen.stream().filter(one -> one.path().equals(path)).toList();
    }

    public synchronized int connections() {
        return connections;
    }

    /** How many requests were read and had no answer yet at the busiest moment. */
    public synchronized int mostOpenAtOnce() {
        return mostOpen;
    }

    /** How many connections are done with: answered, torn down, or left by the caller. */
    public synchronized int finished() {
        return finished;
    }

    /** Waits until so many requests have been read. */
    public void awaitSeen(int requests) {
        await(() -> seen.size() >= requests, "requests: " + requests);
    }

    /** Waits until so many connections are done with. */
    public void awaitFinished(int connections) {
        await(() -> finished >= connections, "finished connections: " + connections);
    }

    private synchronized void await(BooleanSupplier reached, String wanted) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            while (!reached.getAsBoolean()) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError("the destination did not get " + wanted + ", but " + seen.size()
                            + " requests and " + finished + " finished connections");
                }
                wait(left);
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException ended) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        count(1, 0, 0);
        AtomicBoolean open = new AtomicBoolean();
        Runnable answering = () -> count(0, open.getAndSet(false) ? -1 : 0, 0);
        try (socket) {
            socket.setTcpNoDelay(true);
            Seen request = read(new BufferedInputStream(socket.getInputStream()));
            Reply reply = reply(request.path());
            open.set(true);
            remember(request);
            reply.to(socket, request.method(), released, closed, answering);
            if (!socket.isClosed()) {
                linger(socket);
            }
        } catch (IOException hungUp) {
            // the caller left; that is counted below
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.remove(socket);
            answering.run();
            count(0, 0, 1);
        }
    }

    /** Waits for the caller to take the answer: closing with unread bytes would reset the connection under it. */
    private static void linger(Socket socket) throws IOException {
        socket.shutdownOutput();
        socket.setSoTimeout(2000);
        while (socket.getInputStream().read() >= 0) {
            // what the caller still sends does not matter
        }
    }

    private synchronized void remember(Seen request) {
        seen.add(request);
        count(0, 1, 0);
    }

    private synchronized void count(int begun, int opened, int done) {
        connections += begun;
        open += opened;
        mostOpen = Math.max(mostOpen, open);
        finished += done;
        notifyAll();
    }

    private Reply reply(String path) {
        List<Reply> script = replies.getOrDefault(path, otherwise);
        int turn = turns.merge(replies.containsKey(path) ? path : "", 1, Integer::sum);
        return script.get(Math.min(turn, script.size()) - 1);
    }

    private static Seen read(InputStream in) throws IOException {
        String[] start = line(in).split(" ");
        if (start.length != 3) {
            throw new EOFException("no request");
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.merge(line.substring(0, colon), line.substring(colon + 1).strip(), (a, b) -> a + ", " + b);
        }
        byte[] body = headers.getOrDefault("transfer-encoding", "")
                        .toLowerCase(Locale.ROOT)
                        .contains("chunked")
                ? chunks(in)
                : exactly(in, Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Seen(start[0], start[1], headers, body);
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int size = Integer.parseInt(line(in), 16);
        while (size > 0) {
            body.write(exactly(in, size));
            line(in);
            size = Integer.parseInt(line(in), 16);
        }
        line(in);
        return body.toByteArray();
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the request's body ended early");
        }
        return bytes;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the request's head ended early");
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    /** Ends everything that is still open. */
    @Override
    public void close() {
        closed.countDown();
        released.countDown();
        otherwise.forEach(Reply::abandon);
        replies.values().forEach(script -> script.forEach(Reply::abandon));
        quietly(server);
        sockets.forEach(LoopbackDestination::quietly);
        threads.shutdownNow();
    }

    private static void quietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception alreadyGone) {
            // closed is closed
        }
    }
}
