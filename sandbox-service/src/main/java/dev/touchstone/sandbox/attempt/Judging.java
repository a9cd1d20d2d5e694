package dev.touchstone.sandbox.attempt;

import java.util.List;

import dev.touchstone.events.Stage;

/**
 * Judges an attempt from its transcript file alone. A bean for each stage, and the only code that makes the stage's reports:
 * the attempt itself makes them here too, so that whoever judges again gets the same bytes.
 */
public interface Judging {

    /** The stage whose attempts are judged. */
    Stage stage();

    /**
     * All reports of the attempt except the transcript itself, in the order of its evidence. Pure: no clock, no chance, no
     * settings but those in the file's header, nobody is asked.
     *
     * @param transcriptFile the text of a {@link TranscriptFile}; it may come from anybody
     * @throws NotATranscript if it cannot be judged as what it says that it is
     */
    List<Report> judge(String transcriptFile);
}
