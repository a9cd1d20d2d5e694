package dev.touchstone.events;

import java.util.List;

/**
 * The topics. The key is the submission id, everywhere. A topic says who speaks, the envelope's stage says about what,
 * so that the broker's access rules decide who may state what.
 */
public final class Topics {

    public static final String REQUESTS = "stage-requests";
    public static final String LEDGER = "ledger-events";
    public static final String TELEMETRY = "telemetry-events";
    public static final String DEAD_LETTER = "stage-events.dead-letter";

    /** All topics that an installation needs. */
    public static final List<String> ALL = List.of(REQUESTS, of(Stage.PRECHECK), of(Stage.SECURITY), of(Stage.FUNCTIONAL),
            of(Stage.JUDGE), of(Stage.HUMAN), of(Stage.PUBLISH), LEDGER, TELEMETRY, DEAD_LETTER);

    private Topics() {
    }

    /** Where the service that runs the stage speaks. */
    public static String of(Stage stage) {
        return "stage-events." + stage.key();
    }

    /** Where an event with this body about this stage belongs. */
    public static String of(Stage stage, EventBody body) {
        return switch (body) {
            case OwnerStatement.Requested ignored -> REQUESTS;
            case OwnerStatement ignored -> of(Stage.PUBLISH);
            case ReviewerStatement ignored -> of(Stage.HUMAN);
            case RecordStatement.LedgerAppended ignored -> LEDGER;
            case RecordStatement.RunStateChanged ignored -> TELEMETRY;
            case RecordStatement.RunAliased ignored -> TELEMETRY;
            case RecordStatement.RunStopped ignored -> TELEMETRY;
            case RecordStatement.ArtifactLogged ignored -> TELEMETRY;
            case RecordStatement.ArtifactNotLogged ignored -> TELEMETRY;
            case StageStatement ignored -> of(stage);
            case UnknownBody ignored -> of(stage);
        };
    }

    public static String of(StageEvent event) {
        return of(event.stage(), event.body());
    }

    /**
     * Whether the event may be believed where it was found. A known kind has one topic; one that this version does not
     * know is believed on any, since only its author's version knows where it belongs.
     */
    public static boolean mayState(String topic, StageEvent event) {
        return event.body() instanceof UnknownBody || of(event).equals(topic);
    }
}
