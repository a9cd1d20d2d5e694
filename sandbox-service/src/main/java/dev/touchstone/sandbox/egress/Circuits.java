package dev.touchstone.sandbox.egress;

import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

import dev.touchstone.sandbox.FailureCode;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.faulttolerance.api.TypedGuard;

/**
 * Spares a host that cannot be reached. After so many faults of the connection one after another no request is sent to that
 * host and port for a while, and then a single one, which decides. What an agent answers never counts against it, whatever
 * the status: one that fails every third request is flaky, not away.
 */
@ApplicationScoped
class Circuits {

    /** The host that was not called for longest is forgotten first, and begins anew with a closed circuit. */
    private static final int MOST = 1_000;

    private final Map<String, TypedGuard<Exchanged>> guards = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TypedGuard<Exchanged>> eldest) {
            return size() > MOST;
        }
    });
    private final EgressConfig config;
    private final MeterRegistry meters;

    Circuits(EgressConfig config, MeterRegistry meters) {
        this.config = config;
        this.meters = meters;
    }

    /** Does it if the host's circuit lets it through. */
    Exchanged pass(String authority, Callable<Exchanged> exchange) throws InterruptedException {
        try {
            return guards.computeIfAbsent(authority, host -> guard()).call(() -> weighed(exchange.call()));
        } catch (Away away) {
            return away.lost;
        } catch (CircuitBreakerOpenException open) {
            return Exchanged.Lost.unsent(FailureCode.CIRCUIT_OPEN,
                    config.circuitFaults() + " connections to this host failed one after another, so none is made for a while");
        } catch (InterruptedException | RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private TypedGuard<Exchanged> guard() {
        // One description for all: it labels the library's own metrics, and hosts are submitters' to choose, without end.
        return TypedGuard.create(Exchanged.class).withDescription("egress").withCircuitBreaker()
                .when(Away.class::isInstance).requestVolumeThreshold(config.circuitFaults()).failureRatio(1)
                .delay(config.circuitPause().toMillis(), ChronoUnit.MILLIS).successThreshold(1)
                .onStateChange(state -> meters
                        .counter("touchstone.egress.circuits", "state", state.name().toLowerCase(Locale.ROOT)).increment())
                .done().build();
    }

    private static Exchanged weighed(Exchanged exchanged) throws Away {
        if (exchanged instanceof Exchanged.Lost lost && isAway(lost.code())) {
            throw new Away(lost);
        }
        return exchanged;
    }

    private static boolean isAway(FailureCode code) {
        return code == FailureCode.CONNECT || code == FailureCode.TLS || code == FailureCode.TIMEOUT
                || code == FailureCode.BROKEN;
    }

    /** The library counts exceptions; this one never leaves here. */
    private static final class Away extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Exchanged.Lost lost;

        Away(Exchanged.Lost lost) {
            super(null, null, false, false);
            this.lost = lost;
        }
    }
}
