package dev.touchstone.telemetry.sender;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.telemetry.wandb.WandbObserver;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Counts what goes over the wire to W&amp;B, whoever in this service sends it. */
@ApplicationScoped
class Traffic implements WandbObserver {

    private final MeterRegistry meters;

    Traffic(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void exchanged(Exchange exchange) {
        Timer.builder("touchstone.wandb.exchanges").tag("operation", exchange.name())
                .tag("status", String.valueOf(exchange.status())).register(meters).record(exchange.took());
        bytes("sent", exchange.sentBytes());
        bytes("received", exchange.receivedBytes());
    }

    private void bytes(String direction, long bytes) {
        meters.counter("touchstone.wandb.bytes", "direction", direction).increment((double) Math.max(0, bytes));
    }
}
