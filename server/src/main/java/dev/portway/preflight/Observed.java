package dev.portway.preflight;

import dev.portway.graphclient.node.BusinessPhoneNumber;
import dev.portway.graphclient.node.Template;
import dev.portway.graphclient.node.Waba;
import dev.portway.migration.PhoneNumber;
import java.util.List;
import java.util.Optional;

/** Both sides as Graph shows them, each object read once. */
record Observed(Side source, Side destination) {
    /** One WABA, its numbers and its templates. */
    record Side(Reading<Waba> waba, Reading<List<BusinessPhoneNumber>> numbers, Reading<List<Template>> templates) {
        static final Side HIDDEN = new Side(new Reading.Hidden<>(), new Reading.Hidden<>(), new Reading.Hidden<>());

        boolean down() {
            return waba instanceof Reading.Down || numbers instanceof Reading.Down;
        }

        /** The number, compared digit by digit; Graph shows it with spaces and dashes. */
        Optional<BusinessPhoneNumber> number(PhoneNumber wanted) {
            return numbers.seen().stream().flatMap(List::stream).filter(one -> digits(one).equals(wanted.digits())).findFirst();
        }

        /** The number with Brazil's ninth digit too many or missing, if that is the one shown. */
        Optional<BusinessPhoneNumber> nearly(PhoneNumber wanted) {
            return numbers.seen()
                    .stream()
                    .flatMap(List::stream)
                    .filter(one -> !digits(one).equals(wanted.digits()))
                    .filter(one -> withoutNinth(digits(one)).equals(withoutNinth(wanted.digits())))
                    .findFirst();
        }

        private static String digits(BusinessPhoneNumber number) {
            return Optional.ofNullable(number.displayPhoneNumber()).orElse("").replaceAll("[^0-9]", "");
        }

        /** 55 DD 9XXXXXXXX and 55 DD XXXXXXXX are the same line. */
        private static String withoutNinth(String digits) {
            return digits.startsWith("55") && digits.length() == 13 && digits.charAt(4) == '9'
                    ? digits.substring(0, 4) + digits.substring(5)
                    : digits;
        }
    }
}
