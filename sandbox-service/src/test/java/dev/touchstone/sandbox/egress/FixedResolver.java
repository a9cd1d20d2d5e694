package dev.touchstone.sandbox.egress;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A name service that knows what a test tells it, and remembers what it was asked. */
final class FixedResolver implements Resolver {

    private final Map<String, List<InetAddress>> names = new ConcurrentHashMap<>();
    private final Map<String, List<InetAddress>> later = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    FixedResolver with(String host, String... addresses) {
        names.put(host, addresses(addresses));
        return this;
    }

    /** What it says of the host from the second look on. */
    FixedResolver then(String host, String... addresses) {
        later.put(host, addresses(addresses));
        return this;
    }

    private static List<InetAddress> addresses(String... written) {
        return List.of(written).stream().map(InetAddress::ofLiteral).toList();
    }

    @Override
    public List<InetAddress> addresses(String host, Duration longest) {
        boolean before = asked.contains(host);
        asked.add(host);
        return before && later.containsKey(host) ? later.getOrDefault(host, List.of()) : names.getOrDefault(host, List.of());
    }

    List<String> asked() {
        return asked;
    }
}
