package dev.touchstone.events.codec;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.touchstone.events.StageEvent;

/**
 * The attributes of a CloudEvent as Kafka headers.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka
 *      protocol binding</a>
 */
public final class CloudEventHeaders {

    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    public static final String WANDB_RUN_ID = "ce_wandbrunid";
    public static final String STAGE = "ce_stage";
    public static final String ATTEMPT = "ce_attempt";
    public static final String SEQUENCE = "ce_sequence";
    public static final String CONTENT_TYPE = "content-type";
    public static final String TRACEPARENT = "traceparent";

    private static final String TYPE_PREFIX = "dev.touchstone.stage.";
    private static final String TYPE_VERSION = ".v1";

    private CloudEventHeaders() {
    }

    /** The headers of an event, without {@code traceparent}, which belongs to the sending, not to the event. */
    public static Map<String, String> of(StageEvent event) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(SPEC_VERSION, "1.0");
        headers.put(ID, event.id().toString());
        headers.put(SOURCE, event.origin().source().toString());
        headers.put(TYPE, TYPE_PREFIX + event.event() + TYPE_VERSION);
        headers.put(SUBJECT, event.submissionId().toString());
        headers.put(TIME, event.origin().occurredAt().toString());
        headers.put(WANDB_RUN_ID, event.review().wandbRun().runId());
        headers.put(STAGE, event.stage().key());
        headers.put(ATTEMPT, Integer.toString(event.attempt()));
        headers.put(SEQUENCE, Long.toString(event.position().sequence()));
        headers.put(CONTENT_TYPE, "application/json");
        headers.putAll(ProcessHeaders.of(event.origin().process()));
        return headers;
    }
}
