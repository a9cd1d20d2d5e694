package dev.touchstone.review.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.review.ledger.note.Note;
import dev.touchstone.review.ledger.note.Notes;
import dev.touchstone.review.ledger.note.Notes.Verification.Verified;

class SigningKeyTest {

    private static final String ORIGIN = "reviews.example.org/ledger";
    /** The first test vector of RFC 8032, as openssl would write it. */
    private static final String KEY = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(
            "302e020100300506032b6570042204209d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));

    @Test
    void theKeyOfTheEnvironmentSignsUnderTheOrigin() {
        // When
        SigningKey key = SigningKey.of(ORIGIN, Optional.of(KEY + "\n"), true);
        // Then
        assertFalse(key.isDevelopment());
        assertEquals(ORIGIN, key.origin());
        assertEquals("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", key.signer().key().publicKey());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " " })
    void withoutAKeyProductionDoesNotStart(String blank) {
        // When
        IllegalStateException refusal = assertThrows(IllegalStateException.class,
                () -> SigningKey.of(ORIGIN, Optional.of(blank), true));
        // Then
        assertTrue(String.valueOf(refusal.getMessage()).contains("openssl genpkey -algorithm ed25519"), refusal.toString());
        assertThrows(IllegalStateException.class, () -> SigningKey.of(ORIGIN, Optional.empty(), true));
    }

    @ParameterizedTest
    @ValueSource(strings = { "not base 64!", "c2VjcmV0", "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v" })
    void whatIsNoKeyIsRefusedAndNotRepeated(String text) {
        for (boolean inProduction : new boolean[] { true, false }) {
            // When
            IllegalStateException refusal = assertThrows(IllegalStateException.class,
                    () -> SigningKey.of(ORIGIN, Optional.of(text), inProduction));
            // Then
            assertFalse(String.valueOf(refusal.getMessage()).contains(text), refusal.toString());
        }
    }

    @Test
    void aKeyThatEverybodyHasSaysSoInEveryNote() {
        // Given
        SigningKey key = SigningKey.of(ORIGIN, Optional.empty(), false);
        // When
        Note note = key.signer().sign("text\n");
        // Then
        assertTrue(key.isDevelopment());
        assertEquals(ORIGIN + "-development", note.signatures().getFirst().name());
        assertEquals(new Verified(List.of(SigningKey.of(ORIGIN, Optional.empty(), false).signer().key())),
                Notes.verify(note, List.of(key.signer().key())));
    }
}
