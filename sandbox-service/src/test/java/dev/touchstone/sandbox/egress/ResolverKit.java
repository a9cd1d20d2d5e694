package dev.touchstone.sandbox.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

/** What every name service does. */
abstract class ResolverKit {

    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** One that knows localhost. */
    abstract Resolver resolver();

    @Test
    void aKnownNameHasItsAddresses() throws InterruptedException {
        // When
        List<InetAddress> addresses = resolver().addresses("localhost", LONGEST);
        // Then
        assertTrue(!addresses.isEmpty() && addresses.stream().allMatch(InetAddress::isLoopbackAddress));
    }

    @Test
    void anUnknownNameHasNone() throws InterruptedException {
        assertEquals(List.of(), resolver().addresses("nobody.invalid", LONGEST));
    }
}
