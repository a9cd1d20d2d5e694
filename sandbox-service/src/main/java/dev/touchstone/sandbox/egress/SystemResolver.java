package dev.touchstone.sandbox.egress;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Asks as the operating system is set up. The look-up is native code that knows neither time limits nor interruption and
 * would pin a virtual thread, so it runs on a few threads of its own.
 */
@ApplicationScoped
class SystemResolver implements Resolver {

    private static final int AT_ONCE = 16;

    private final ExecutorService lookUps = Executors.newFixedThreadPool(AT_ONCE,
            Thread.ofPlatform().daemon().name("egress-dns-", 0).factory());

    @Override
    public List<InetAddress> addresses(String host, Duration longest) throws InterruptedException {
        Future<InetAddress[]> lookUp = lookUps.submit(() -> InetAddress.getAllByName(host));
        try {
            return List.of(lookUp.get(longest.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException unknown) {
            return List.of();
        } finally {
            lookUp.cancel(true);
        }
    }

    @PreDestroy
    void stop() {
        lookUps.shutdownNow();
    }
}
