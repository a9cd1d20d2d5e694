package dev.touchstone.review.pages.evidence;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages say of the LLMs that judge, in English; Japanese is in {@code messages/judge_ja.properties}. */
@MessageBundle("judge")
interface JudgeMessages {

    @Message("Judges that were asked for")
    String attempts();

    @Message("Every attempt of the judge, also those that were given up.")
    String attemptsHint();

    @Message("Asked for")
    String asked();

    @Message("Ran with")
    String ran();

    @Message("applied")
    String applied();

    @Message("not applied")
    String ignored();

    @Message("not judged yet")
    String notYet();
}
