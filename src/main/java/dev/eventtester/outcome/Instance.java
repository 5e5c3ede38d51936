package dev.eventtester.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** This replica: what runs here is known by its name, which stays the same when its container is started again. */
@ApplicationScoped
public class Instance {

    private final String name;
    private final Instant startedAt = Instant.now();

    Instance(@ConfigProperty(name = "quarkus.http.port") int port) {
        this.name = host() + ":" + port;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    public String name() {
        return name;
    }

    public Instant startedAt() {
        return startedAt;
    }
}
