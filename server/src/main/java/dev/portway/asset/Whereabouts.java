package dev.portway.asset;

import dev.portway.asset.Assets.NumberLine;
import dev.portway.asset.Assets.Place;
import dev.portway.graphclient.node.BusinessPhoneNumber;
import dev.portway.graphclient.node.BusinessPhoneNumber.Status;
import dev.portway.migration.fact.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the numbers of the source account are after the move, and whether each still counts as verified. Pure.
 *
 * @param destination as it lists them; empty when it could not be read
 * @param source the same of the source
 */
record Whereabouts(Optional<List<BusinessPhoneNumber>> destination, Optional<List<BusinessPhoneNumber>> source) {
    /** Still listed, and no longer there. */
    private static final Set<Status> GONE = Set.of(Status.DELETED, Status.MIGRATED);

    /** As the source lists it now. What is no longer there, or is not shown as a whole number, has no line. */
    static Optional<NumberLine> before(BusinessPhoneNumber one) {
        return Optional.of(one)
                .filter(Whereabouts::isThere)
                .flatMap(Whereabouts::number)
                .map(number -> new NumberLine(number.digits(), verification(one), Optional.empty(), Place.UNKNOWN));
    }

    /** A number that the destination lists is there, whatever the source still lists. That it is nowhere is known when both were read. */
    NumberLine judged(NumberLine line) {
        Optional<BusinessPhoneNumber> there = in(destination, line);
        Optional<BusinessPhoneNumber> here = in(source, line);
        Place elsewhere = destination.isPresent() && source.isPresent() ? Place.NEITHER : Place.UNKNOWN;
        Place place = there.isPresent() ? Place.DESTINATION : here.isPresent() ? Place.SOURCE : elsewhere;
        return new NumberLine(line.number(), line.before(), there.or(() -> here).map(Whereabouts::verification), place);
    }

    /** Whichever way an account writes it: a number that arrived under its other spelling is not lost. */
    private static Optional<BusinessPhoneNumber> in(Optional<List<BusinessPhoneNumber>> listed, NumberLine line) {
        return listed.stream()
                .flatMap(List::stream)
                .filter(one -> number(one).filter(new PhoneNumber("+" + line.number())::isSameLine).isPresent())
                .filter(Whereabouts::isThere)
                .findFirst();
    }

    private static boolean isThere(BusinessPhoneNumber one) {
        return one.registration().status() == null || GONE.stream().noneMatch(one.registration().status()::is);
    }

    private static String verification(BusinessPhoneNumber one) {
        return one.registration().codeVerification() == null ? "" : one.registration().codeVerification().text();
    }

    /** Empty when it is not shown whole. */
    private static Optional<PhoneNumber> number(BusinessPhoneNumber one) {
        return Optional.ofNullable(one.displayPhoneNumber())
                .map(shown -> shown.replaceAll("[^0-9]", ""))
                .filter(digits -> digits.matches("[1-9][0-9]{7,14}"))
                .map(digits -> new PhoneNumber("+" + digits));
    }
}
