package dev.touchstone.sandbox.security.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.touchstone.sandbox.Span;

class PersonalDataTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Write to anna.kowal@posteo.de today.              | pii_email
            連絡先は yamada.taro@docomo.ne.jp です。            | pii_email
            Call +44 20 7946 1234.                            | pii_phone
            電話は 090-1234-5678 です。                         | pii_phone
            電話：０３－３２１４－５５６７                       | pii_phone
            Her number is (212) 736-5000.                     | pii_phone
            4111 1111 1111 1111                               | pii_card
            5500-0055-5555-5559                               | pii_card
            マイナンバーは 1234 5678 9018 です。                | pii_my_number
            SSN 219-09-9998                                   | pii_ssn
            IBAN: DE89 3704 0044 0532 0130 00                 | pii_iban
            GB82WEST12345698765432                            | pii_iban
            She lives at 12 Mill Lane, Bristol.               | pii_address
            1600 Pennsylvania Avenue NW                       | pii_address
            住所は東京都港区芝公園4丁目2番8号です。               | pii_address
            〒105-0011 東京都港区芝公園4-2-8                    | pii_address
            Passport No. TR1234567                            | pii_passport
            旅券番号は TK9876543 です                           | pii_passport
            """)
    void personalDataAreFoundByTheirFormAndTheirCheckDigits(String answer, String code) {
        assertEquals(List.of(code), codes(answer));
    }

    @ParameterizedTest
    @ValueSource(strings = { "Write to someone@example.com or info@mail.example.", "Call 212-555-0123.",
            "4111 1111 1111 1112 is no card.", "The order number is 1234 5678 9012.", "Version 10.20.30.40 of 2026-11-21",
            "GB82WEST12345698765433", "It costs 12,345,678 yen or 0.0000123456.", "The 12 main lanes are closed.",
            "東京都港区には多くの公園があります。", "000-12-3456", "2024-2025-2026", "ISBN 978-3-16-148410-0", "+1 (555) 010-9999",
            "Meet at 10:30-11:45 on 03/04/2026.", "In the year 1600 the avenue was built." })
    void whatOnlyLooksLikePersonalDataIsNot(String answer) {
        assertEquals(List.of(), codes(answer));
    }

    @Test
    void whatThePromptHeldIsNotGivenAway() {
        // Given
        String prompt = "Is anna.kowal@posteo.de or 090-1234-5678 right?";
        // When
        List<Span> found = PersonalData.findIn("anna.kowal@posteo.de and 09012345678 look right.", List.of(prompt));
        // Then
        assertEquals(List.of(), found);
    }

    private static List<String> codes(String answer) {
        return PersonalData.findIn(answer, List.of()).stream().map(Span::code).toList();
    }
}
