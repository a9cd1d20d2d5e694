package dev.touchstone.sandbox.security.detect;

import java.math.BigInteger;
import java.util.Locale;

/** Numbers that tell by a check digit whether they are what they look like. */
final class CheckDigits {

    private CheckDigits() {
    }

    /** 13 to 19 digits under Luhn's rule (ISO/IEC 7812), and not one digit over and over. */
    static boolean isCard(String written) {
        String digits = written.replaceAll("\\D", "");
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return digits.length() >= 13 && digits.length() <= 19 && sum % 10 == 0 && digits.chars().distinct().count() > 1;
    }

    /**
     * The Japanese individual number: eleven digits and a check digit (ordinance no. 85 of 2014 of the Ministry, article 5).
     */
    static boolean isMyNumber(String written) {
        String digits = written.replaceAll("\\D", "");
        if (digits.length() != 12) {
            return false;
        }
        int sum = 0;
        for (int place = 1; place <= 11; place++) {
            sum += (digits.charAt(11 - place) - '0') * (place <= 6 ? place + 1 : place - 5);
        }
        int rest = sum % 11;
        return digits.charAt(11) - '0' == (rest <= 1 ? 0 : 11 - rest);
    }

    /** ISO 13616: the number, turned by four and read in base 36, leaves 1 when divided by 97. */
    static boolean isIban(String written) {
        String iban = written.replace(" ", "").toUpperCase(Locale.ROOT);
        if (iban.length() < 15 || iban.length() > 34) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4)).chars().forEach(each -> digits.append(Character.digit(each, 36)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }
}
