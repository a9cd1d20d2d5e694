package dev.touchstone.judge.verdict;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The thresholds of the verdict. */
@ConfigMapping(prefix = "touchstone.judge.jury")
public interface JuryConfig {

    /** A juror approves an answer from this score, of 100. */
    @WithDefault("70")
    @DecimalMin("0")
    @DecimalMax("100")
    double approveFrom();

    /** A juror rejects an answer below this score, of 100. */
    @WithDefault("40")
    @DecimalMin("0")
    @DecimalMax("100")
    double rejectBelow();

    /** From this share of rejections on, the minority's veto rejects; a smaller one still prevents an approval. */
    @WithDefault("0.3")
    @DecimalMin("0.01")
    @DecimalMax("1")
    double vetoShare();

    /** The share of the jurors with something to judge by that must have voted for an answer to be approved. */
    @WithDefault("0.6")
    @DecimalMin("0.01")
    @DecimalMax("1")
    double quorum();

    /** A greater share of usable samples that another model served than was asked for confounds the result. */
    @WithDefault("0.05")
    @DecimalMin("0")
    @DecimalMax("1")
    double fallbackShare();

    /** How often the answers are drawn anew for the interval of the jurors' agreement. */
    @WithDefault("1000")
    @Min(100)
    @Max(100_000)
    int resamples();

    /** How much of an answer is judged, in UTF-16 units. */
    @WithDefault("16000")
    @Min(100)
    @Max(200_000)
    int longestAnswer();

    default VerdictPolicy policy() {
        return new VerdictPolicy(approveFrom(), rejectBelow(), vetoShare(), quorum(), fallbackShare());
    }
}
