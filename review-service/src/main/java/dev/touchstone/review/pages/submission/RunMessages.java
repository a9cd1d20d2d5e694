package dev.touchstone.review.pages.submission;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages say of the W&amp;B run, in English; Japanese is in {@code messages/run_ja.properties}. */
@MessageBundle("run")
interface RunMessages {

    @Message("W&B run")
    String title();

    @Message("{#when state}{#is 'online'}online{#is 'catching-up'}catching up{#is 'offline'}offline{#else}not heard of yet"
            + "{/when}")
    String state(String state);

    @Message("{#when cause}{#is 'reachable'}W&B can be reached{#is 'unreachable'}W&B cannot be reached"
            + "{#is 'rate-limited'}W&B asks for a pause{#is 'key-refused'}W&B refuses the key"
            + "{#is 'not-permitted'}The key may not write to this project{#is 'refused'}W&B refuses what it is sent"
            + "{#is 'conflict'}Somebody else writes to this run{#is 'no-key'}There is no API key"
            + "{#is 'other-server'}The key is not meant for this server{#is 'unwritable'}The run directory cannot be written"
            + "{#is 'behind'}What had waited is being sent{#else}{/when}")
    String cause(String cause);

    @Message("stopped at W&B")
    String stopped();

    @Message("Somebody pressed stop on the run's page. The review and its record go on.")
    String stoppedMeans();

    @Message("W&B has it as {alias}: a deleted run had its id.")
    String alias(String alias);

    @Message("Workspace")
    String workspace();

    @Message("Artifacts")
    String artifacts();

    @Message("Download the run")
    String offlineArchive();

    @Message("For wandb sync. What was downloaded once counts as uploaded from then on.")
    String offlineArchiveMeans();

    @Message("at W&B")
    String atWandb();

    @Message("not at W&B")
    String notAtWandb();

    @Message("Artifacts of the W&B run")
    String artifactsTitle();

    @Message("Type")
    String type();
}
