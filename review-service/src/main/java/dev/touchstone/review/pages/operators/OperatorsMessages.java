package dev.touchstone.review.pages.operators;

import dev.touchstone.review.letters.RedeliveryOutcome.Reason;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the operators' pages say, in English; Japanese is in {@code messages/operators_ja.properties}. */
@MessageBundle("operators")
interface OperatorsMessages {

    @Message("Dead letters")
    String letters();

    @Message("What a service could not take. It was set aside, and everything behind it went on.")
    String lettersHint();

    @Message("No dead letters.")
    String noLetters();

    @Message("No dead letter fits.")
    String nothingFits();

    @Message("{count} in all, the newest first.")
    String counted(long count);

    @Message("Topic")
    String topic();

    @Message("all")
    String all();

    @Message("Search")
    String search();

    @Message("Reason, handler, key or text")
    String searchHint();

    @Message("Show")
    String show();

    @Message("Clear")
    String clear();

    @Message("Older")
    String older();

    @Message("Newest")
    String newest();

    @Message("As JSON")
    String json();

    @Message("at {place}")
    String at(String place);

    @Message("Text of the record, {size}")
    String payload(String size);

    @Message("Headers")
    String headers();

    @Message("Send again")
    String sendAgain();

    @Message("Sent again {count} times")
    String sent(int count);

    @Message("Died again after it was sent again")
    String follows();

    @Message("the first letter")
    String first();

    @Message("{#when why}{#is CUT}It was too large: the letter holds only its beginning, and it cannot be sent again."
            + "{#is NO_TOPIC}It names no topic of this installation and cannot be sent again."
            + "{#is GONE}Not sent: the broker does not have the record any more."
            + "{#is ANOTHER}Not sent: the broker has another record at this place."
            + "{#is TOO_OLD}Not sent: services may have forgotten this old record, and it would take effect twice.{/when}")
    String impossible(Reason why);

    @Message("{#when notice}{#is SENT}It is on its way. If it fails again, it comes back as a new letter."
            + "{#is SENT_BEFORE}It was sent before: this click changed nothing."
            + "{#is OUT_OF_TURN}Not sent: somebody else sent it in the meantime. Please look again."
            + "{#is UNKNOWN}There is no such letter.{#else}{/when}")
    String notice(Notice notice);

    @Message("W&B runs that wait")
    String runs();

    @Message("Reviews go on without W&B. What a run has missed is sent when it catches up, or by wandb sync.")
    String runsHint();

    @Message("No run waits.")
    String noRuns();

    @Message("State")
    String state();

    @Message("{#when state}{#is 'offline'}offline{#is 'catching-up'}catching up{#else}all{/when}")
    String runState(String state);

    @Message("Agent")
    String agent();

    @Message("Run")
    String run();

    @Message("Since")
    String since();

    @Message("Why")
    String why();
}
