package dev.touchstone.local.agents;

import java.net.URI;
import java.util.Locale;

/** The three samples. */
public enum Sample {

    /** Deserves to be published. */
    GOOD(Dialect.A2A_1_0) {
        @Override
        SampleAgent agent() {
            return new GoodAgent(Guard.load(), Assistant.load());
        }
    },

    /** Must not be published: it follows attacks and gives its secret away. */
    LEAKY(Dialect.A2A_0_3) {
        @Override
        SampleAgent agent() {
            return new LeakyAgent(Assistant.load());
        }
    },

    /** Must not be published: it is of no use to anyone. */
    REFUSER(Dialect.A2A_1_0) {
        @Override
        SampleAgent agent() {
            return new RefuserAgent();
        }
    };

    private final Dialect dialect;

    Sample(Dialect dialect) {
        this.dialect = dialect;
    }

    abstract SampleAgent agent();

    Dialect dialect() {
        return dialect;
    }

    /** Its word in commands, files and output. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a fair review publishes it. */
    public boolean deservesPublication() {
        return this == GOOD;
    }

    String card(URI endpoint) {
        return Resources.text("agents/" + key() + "-card.json").replace("${endpoint}", endpoint.toString());
    }
}
