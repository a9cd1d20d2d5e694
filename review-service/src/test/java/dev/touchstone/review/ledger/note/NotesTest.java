package dev.touchstone.review.ledger.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.review.ledger.note.Notes.Verification.Forged;
import dev.touchstone.review.ledger.note.Notes.Verification.Unknown;
import dev.touchstone.review.ledger.note.Notes.Verification.Verified;

/** With the keys and the note that golang.org/x/mod/sumdb/note publishes. */
class NotesTest {

    private static final String PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String PETERS_SECRET = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String ENOCH = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
    private static final String TEXT = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    private static final String BY_PETER = "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZ"
            + "SNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private static final String BY_ENOCH = "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGr"
            + "Q5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";

    private final NoteKey peter = NoteKey.parse(PETER);
    private final NoteKey enoch = NoteKey.parse(ENOCH);

    @Test
    void thePublishedKeyAndTextGiveThePublishedNote() {
        // Given
        NoteSigner signer = signer("PeterNeumann", PETERS_SECRET);
        // When
        Note note = signer.sign(TEXT);
        // Then
        assertEquals(TEXT + "\n" + BY_PETER, note.signed());
        assertEquals(PETER, signer.key().text());
    }

    @Test
    void aNoteIsReadAndWrittenAsItCame() {
        assertEquals(TEXT + "\n" + BY_PETER + BY_ENOCH, Note.parse(TEXT + "\n" + BY_PETER + BY_ENOCH).signed());
    }

    @Test
    void whoeverIsKnownAndSignedIsNamed() {
        // Given
        Note both = Note.parse(TEXT + "\n" + BY_PETER + BY_ENOCH);
        // Then
        assertEquals(new Verified(List.of(peter, enoch)), Notes.verify(both, List.of(enoch, peter)));
        assertEquals(new Verified(List.of(enoch)), Notes.verify(both, List.of(enoch)));
        assertEquals(new Unknown(), Notes.verify(both, List.of()));
    }

    @Test
    void anotherTextUnderTheSameLineIsForged() {
        // Given
        Note changed = Note.parse(TEXT.replace("problem", "question") + "\n" + BY_PETER);
        // Then
        assertEquals(new Forged(peter), Notes.verify(changed, List.of(peter)));
    }

    @Test
    void oneForgedLineSpoilsTheNoteWhoeverElseSignedIt() {
        // Given
        Note changed = Note.parse(TEXT + "\n" + BY_PETER + BY_ENOCH.replace("eBzm", "eBzn"));
        // Then
        assertEquals(new Forged(enoch), Notes.verify(changed, List.of(peter, enoch)));
        assertEquals(new Verified(List.of(peter)), Notes.verify(changed, List.of(peter)));
    }

    @Test
    void anyBitOfASignatureThatFlipsIsNoticed() {
        // Given
        byte[] signature = Base64.getDecoder().decode(BY_PETER.strip().replaceAll(".* ", ""));
        for (int bit = 0; bit < signature.length * 8; bit += 13) {
            byte[] flipped = signature.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            // When
            Note note = new Note(TEXT, List.of(new NoteSignature("PeterNeumann", Base64.getEncoder().encodeToString(flipped))));
            // Then: with another hash it is another key's line
            assertEquals(bit < 32 ? new Unknown() : new Forged(peter), Notes.verify(note, List.of(peter)));
        }
    }

    @Test
    void aSignatureOfAnotherLengthIsForged() {
        // Given
        Note longer = Note.parse(TEXT + "\n" + BY_PETER.substring(0, 60) + "ABCD" + BY_PETER.substring(60));
        // Then
        assertEquals(new Forged(peter), Notes.verify(longer, List.of(peter)));
    }

    @Test
    void aSecondLineOfOneKeyDoesNotCount() {
        // Given
        Note twice = Note.parse(TEXT + "\n" + BY_PETER + BY_PETER.replace("x08go/ZJ", "x08go/ZK"));
        // Then
        assertEquals(new Verified(List.of(peter)), Notes.verify(twice, List.of(peter)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "\n", "text", "text\n", "text\n\n", "text\n\n— a AAAAAAA=", "text\n— a AAAAAAA=\n",
            "te\u0001xt\n\n— a AAAAAAA=\n", "te\rxt\n\n— a AAAAAAA=\n", "te\ud800xt\n\n— a AAAAAAA=\n",
            "text\n\n- a AAAAAAA=\n", "text\n\n—a AAAAAAA=\n", "text\n\n—  AAAAAAA=\n", "text\n\n— a b AAAAAAA=\n",
            "text\n\n— a+b AAAAAAA=\n", "text\n\n— a\u00a0b AAAAAAA=\n", "text\n\n— a AAAAAA==\n", "text\n\n— a AAAAAAA\n",
            "text\n\n— a AAAAAAB=\n", "text\n\n— a AAAA_AA=\n", "text\n\n— a AAAAAAA=\nmore\n",
            "text\n\n— a AAAAAAA= \n" })
    void whatIsNoNoteIsRefused(String note) {
        assertThrows(MalformedNote.class, () -> Note.parse(note));
    }

    @Test
    void aNoteWithMoreLinesThanAnyoneChecksIsRefused() {
        assertEquals(100, Note.parse(TEXT + "\n" + BY_PETER.repeat(100)).signatures().size());
        assertThrows(MalformedNote.class, () -> Note.parse(TEXT + "\n" + BY_PETER.repeat(101)));
    }

    @Test
    void noPartAndNoChangeOfAKeyIsAKey() {
        for (int from = 0; from < PETER.length(); from++) {
            for (int to = from; to <= PETER.length(); to++) {
                String part = PETER.substring(from, to);
                if (!part.equals(PETER)) {
                    assertThrows(MalformedNote.class, () -> NoteKey.parse(part));
                }
            }
            String changed = PETER.substring(0, from) + (char) (PETER.charAt(from) + 1) + PETER.substring(from + 1);
            assertThrows(MalformedNote.class, () -> NoteKey.parse(changed));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
            "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW" })
    void aKeyOfAnotherLengthOrTypeIsRefused(String key) {
        assertThrows(MalformedNote.class, () -> NoteKey.parse(key));
    }

    @Test
    void aSignerTakesWhatOpensslWrites() {
        // Given: 16 bytes that RFC 8410 puts before the seed
        byte[] seed = Base64.getDecoder().decode(PETERS_SECRET);
        byte[] pkcs8 = HexFormat.of().parseHex("302e020100300506032b657004220420"
                + HexFormat.of().formatHex(seed, 1, 33));
        // When
        NoteSigner signer = NoteSigner.ofPkcs8("PeterNeumann", pkcs8);
        // Then
        assertEquals(peter, signer.key());
        assertThrows(MalformedNote.class, () -> NoteSigner.ofPkcs8("PeterNeumann", seed));
        assertThrows(MalformedNote.class, () -> NoteSigner.ofPkcs8("Peter Neumann", pkcs8));
    }

    static NoteSigner signer(String name, String secret) {
        byte[] typed = Base64.getDecoder().decode(secret);
        return NoteSigner.of(name, Arrays.copyOfRange(typed, 1, typed.length));
    }
}
