package dev.touchstone.review.pages.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the form says that asks for a stage again, in English; Japanese is in {@code messages/retry_ja.properties}. */
@MessageBundle("retry")
interface RetryMessages {

    @Message("Run a stage again")
    String title();

    @Message("That stage and all after it run again as new attempts. What the old attempts left stays on record.")
    String hint();

    @Message("Why again?")
    String reason();

    @Message("Continue")
    String goOn();

    @Message("These attempts are given up; what they found stays on record:")
    String givenUp();

    @Message("Confirm: run {stage} again")
    String confirm(String stage);

    @Message("Another LLM for the judge")
    String llm();

    @Message("For the judge, or a stage before it. What is left empty is the operator's to decide. It holds for all "
            + "later attempts of this round, until somebody asks for another. Keys are never taken from a request.")
    String llmHint();

    @Message("As it is now")
    String asItIs();

    @Message("Values of your own, below")
    String own();

    @Message("{#when from}{#is SUBMITTER}Suggested with the submission{#is OPERATOR}The operator's{/when}")
    String from(Again.From from);

    @Message("Which LLM")
    String choice();

    @Message("Where nobody asks for anything, these judge:")
    String configured();

    @Message("The operator has configured no LLM.")
    String noJuror();

    @Message("The judge cannot be asked at the moment what it may use. You can ask for it all the same.")
    String unknown();

    @Message("as configured")
    String asConfigured();

    @Message("yes")
    String yes();

    @Message("no")
    String no();

    @Message("LLMs judge")
    String enabled();

    @Message("Without one the verdict is at best left to a person.")
    String enabledHint();

    @Message("Provider")
    String provider();

    @Message("For the first juror only, as are model and address.")
    String providerHint();

    @Message("Model")
    String model();

    @Message("By the name that its host has for it; one that the operator allows.")
    String modelHint();

    @Message("Address")
    String address();

    @Message("http or https, without user, query and fragment; one that the operator allows.")
    String addressHint();

    @Message("Temperature")
    String temperature();

    @Message("0 to 2, for all jurors that ask a model; 0 repeats best.")
    String temperatureHint();

    @Message("Output tokens")
    String tokens();

    @Message("1 to 8192, of each reply; a longer one is cut and cannot be used.")
    String tokensHint();

    @Message("Dry run")
    String dryRun();

    @Message("Prompts are made and kept, but not sent.")
    String dryRunHint();

    @Message("The operator allows the suggested models only.")
    String onlyTheseModels();
}
