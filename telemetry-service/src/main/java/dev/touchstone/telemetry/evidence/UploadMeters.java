package dev.touchstone.telemetry.evidence;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;

/** Counts what this replica has put into runs, and what it could not. */
@ApplicationScoped
public class UploadMeters {

    private static final String UPLOADS = "touchstone.wandb.uploads";
    private static final String BYTES = "touchstone.wandb.uploaded.bytes";

    private final MeterRegistry meters;

    UploadMeters(MeterRegistry meters) {
        this.meters = meters;
        // So that a dashboard shows a zero instead of nothing.
        meters.counter(BYTES);
    }

    public void count(Upload upload, Settlement settlement) {
        switch (settlement) {
            case Settlement.Logged logged -> {
                count(upload, "logged");
                meters.counter(BYTES).increment((double) logged.kept().bytes());
            }
            case Settlement.Given ignored -> count(upload, "logged");
            case Settlement.Refused ignored -> count(upload, "refused");
            case Settlement.Postponed ignored -> count(upload, "postponed");
        }
    }

    private void count(Upload upload, String outcome) {
        meters.counter(UPLOADS, "type", upload.plan().type(), "outcome", outcome).increment();
    }
}
