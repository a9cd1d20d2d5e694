package dev.touchstone.review.pages.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.touchstone.review.Shown;

class SaidTest {

    @Test
    void whatWasSaidIsNotSaidAgainAloneOrTogether() {
        // Given
        Said said = new Said();
        // When
        List<Shown> reasoning = said.others(List.of("They make 60 points.", "A leak was seen.", "安全性が不足です。"));
        List<Shown> policy = said.others(List.of("A leak was seen. 安全性が不足です。", "A person decides."));
        // Then
        assertEquals(3, reasoning.size());
        assertEquals(List.of(Shown.of("A person decides.")), policy);
    }

    @Test
    void aPartOfASentenceIsAnotherSentence() {
        // Given
        Said said = new Said().and("This is not safe. It is approved of.");
        // When
        List<Shown> others = said.others(List.of("safe.", "It is approved", "This is not safe.", "is approved of."));
        // Then
        assertEquals(List.of(Shown.of("safe."), Shown.of("It is approved"), Shown.of("is approved of.")), others);
    }

    @Test
    void nothingNeedsNotBeSaid() {
        assertEquals(List.of(), new Said().and(null).others(List.of("", " ")));
    }
}
