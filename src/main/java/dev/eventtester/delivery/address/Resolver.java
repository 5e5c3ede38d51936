package dev.eventtester.delivery.address;

import io.vertx.core.Future;
import java.net.InetAddress;
import java.util.List;

/** Finds the addresses of a name. */
public interface Resolver {

    /**
     * Must not block.
     *
     * @param name an ASCII host name, never an address
     * @return all addresses, the one to dial first; fails or is empty if the name does not resolve
     */
    Future<List<InetAddress>> resolve(String name);
}
