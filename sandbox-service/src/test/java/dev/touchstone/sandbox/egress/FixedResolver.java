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
    private final List<String> asked = new CopyOnWriteArrayList<>();

    FixedResolver with(String host, String... addresses) {
        names.put(host, List.of(addresses).stream().map(InetAddress::ofLiteral).toList());
        return this;
    }

    @Override
    public List<InetAddress> addresses(String host, Duration longest) {
        asked.add(host);
        return names.getOrDefault(host, List.of());
    }

    List<String> asked() {
        return asked;
    }
}
