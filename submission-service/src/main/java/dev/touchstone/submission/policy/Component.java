package dev.touchstone.submission.policy;

import java.util.Locale;

import dev.touchstone.events.Stage;

/** The components of a trust score, in the order in which they are shown. */
public enum Component {

    SECURITY(Stage.SECURITY),
    FUNCTIONAL(Stage.FUNCTIONAL),
    JUDGE(Stage.JUDGE),
    /** What the precheck measured. */
    IMPLEMENTATION(Stage.PRECHECK);

    private final Stage stage;

    Component(Stage stage) {
        this.stage = stage;
    }

    /** Whose score it is made of. */
    Stage stage() {
        return stage;
    }

    /** Its name in policies, scores and metrics. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
