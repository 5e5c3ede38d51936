package dev.eventtester.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A PostgreSQL server in a folder, whose data stays between runs. */
public final class EmbeddedDatabase {

    private static final int PORT_LINE = 3;
    private static final int CONNECT_MILLIS = 1000;

    private EmbeddedDatabase() {}

    /**
     * Makes sure that a server runs on the folder's data; it stops with this process if this process started it.
     *
     * @param directory where the data is kept; made if missing
     * @return the server's port on loopback; the database and its user are both {@code postgres}
     */
    public static synchronized int start(Path directory) {
        Path data = directory.toAbsolutePath().resolve("data");
        int running = runningPort(data);
        if (running > 0) {
            return running;
        }
        try {
            Files.createDirectories(directory);
            return EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setOverrideWorkingDirectory(directory.toAbsolutePath().toFile())
                    .setCleanDataDirectory(false)
                    .setServerConfig("max_connections", "100")
                    .start()
                    .getPort();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL does not start in " + directory, e);
        }
    }

    /** The port that a server already serves these data on (a reload of dev mode, a second run), or 0. */
    private static int runningPort(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            int port = Integer.parseInt(lines.get(PORT_LINE).trim());
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), CONNECT_MILLIS);
                return port;
            }
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            return 0;
        }
    }
}
