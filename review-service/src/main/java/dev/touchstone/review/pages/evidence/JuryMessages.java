package dev.touchstone.review.pages.evidence;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages say of how far a jury can be trusted, in English; Japanese is in {@code messages/jury_ja.properties}. */
@MessageBundle("jury")
interface JuryMessages {

    @Message("How far the jury can be trusted")
    String title();

    @Message("confounded")
    String confounded();

    @Message("Other models answered than the ones that were asked for. What they say stands for nobody in particular.")
    String confoundedMeans();

    @Message("Agreement")
    String agreement();

    @Message("{#when level}{#is CHANCE}The jurors agree no more than by chance"
            + "{#is WEAK}The jurors agree more than by chance, but too little to rely on"
            + "{#is TENTATIVE}The jurors agree enough for a tentative conclusion"
            + "{#is GOOD}The jurors agree well{/when}")
    String agree(JuryFigures.Level level);

    @Message("95 of 100 such sets of answers give {low} to {high}")
    String interval(String low, String high);

    @Message("Independent jurors")
    String effective();

    @Message("The {jurors} jurors are worth {effective} who judge independently")
    String worth(String effective, int jurors);

    @Message("Order of the material")
    String order();

    @Message("{#when favours}{#is FIRST}Scores are {points} of 100 points higher when the answer comes first"
            + "{#is LAST}Scores are {points} of 100 points higher when the answer comes last"
            + "{#is NEITHER}Makes no difference to the scores{/when}")
    String sways(JuryFigures.Favours favours, String points);

    @Message("Other models")
    String fallback();

    @Message("{percent} % of the samples came from another model than the one that was asked for")
    String served(String percent);
}
