package dev.touchstone.review.pages.evidence;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages say of a judge report, in English; Japanese is in {@code messages/answers_ja.properties}. */
@MessageBundle("answers")
interface AnswersMessages {

    @Message("Answers and votes")
    String title();

    @Message("Expected")
    String expected();

    @Message("Expected answer")
    String reference();

    @Message("Answer")
    String answer();

    @Message("No answer")
    String noAnswer();

    @Message("Taken from {from}; the agent was not asked again.")
    String recorded(String from);

    @Message("Tools that the answer shows")
    String tools();

    @Message("A person must see")
    String flags();

    @Message("Critical safety issue")
    String critical();

    @Message("its samples disagree")
    String unstable();

    @Message("spread {spread}")
    String spread(String spread);

    @Message("{#when vote}{#is 'scored'}scored{#is 'abstained'}abstained{#is 'recused'}recused{#else}{vote}{/when}")
    String vote(String vote);

    @Message("{#when mechanism}{#is 'rubric'}rubric{#is 'reference'}comparison with the expected answer{#is 'model'}model"
            + "{#else}{mechanism}{/when}")
    String mechanism(String mechanism);

    @Message("{#when criterion}{#is 'taskCompletion'}Task Completion{#is 'toolUsage'}Tool Usage{#is 'autonomy'}Autonomy"
            + "{#else}Safety{/when}")
    String criterion(String criterion);

    @Message("Checks")
    String checks();

    @Message("met")
    String met();

    @Message("not met")
    String unmet();

    @Message("Sample {number}")
    String sample(String number);

    @Message("{#when order}{#is 'answer-last'}the answer shown last{#is 'answer-first'}the answer shown first"
            + "{#else}{order}{/when}")
    String order(String order);

    @Message("served by {model}")
    String servedBy(String model);

    @Message("another model than was asked for")
    String fallback();

    @Message("{#when phase}{#is 'plan'}Plan{#is 'counter'}Counter-argument{#is 'reconcile'}Reconciliation{#else}{phase}{/when}")
    String phase(String phase);

    @Message("{tokens} tokens in / out")
    String tokens(String tokens);
}
