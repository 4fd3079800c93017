package dev.portway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Which package may know which, and why.
 *
 * <p>The picture: everything points to {@code migration}, and {@code migration} to {@code problem}. A new package gets a line in {@link #ARROWS}.
 */
class ArchitectureTest {

    private static final String ROOT = "dev.portway";

    private static final List<Arrows> ARROWS = List.of(
            from("problem").to().because("the words for what went wrong are the ground everyone stands on"),
            from("migration").to("problem")
                    .because("the heart decides from facts alone; whoever acts on the world does so behind its ports"),
            from("runner").to("migration", "problem", "vault")
                    .because("it keeps secrets sealed and runs any act of any route, so it must not know who carries one out"),
            from("graph").to("migration", "problem", "account", "vault", "runner")
                    .because("it speaks to Meta for a provider; what it learns goes back as facts"),
            from("preflight").to("migration", "problem", "graph", "asset")
                    .because("checks read Graph through its one door, compare it with the snapshot, and know nothing of what follows"),
            from("asset").to("migration", "problem", "graph").because("snapshots and comparisons read Graph through its one door"),
            from("explain").to("problem", "graph", "words")
                    .because("it looks up what is written down; it works without a database, and for anybody"),
            from("support").to("migration", "problem", "runner", "asset")
                    .because("what leaves the house is read where it is kept, and made by one hand"),
            from("guest").to("migration", "problem", "runner", "account")
                    .because("whoever has a link tells the desk one thing; how the link looks is for the edges"),
            from("partner").to("migration", "problem").because("who looks after a client is no business of Graph's"),
            from("vault").to("migration", "database").because("it seals for everybody and knows nobody's business"),
            from("account").to("migration", "problem", "vault", "database").because("who may do what is asked by all and asks nobody"),
            from("database").to().because("the database knows no feature; each feature's store owns its tables"),
            from("words").to().because("texts are looked up by name; who looks knows what they are about"),
            from("finder").to("migration", "problem", "preflight", "account", "words")
                    .because("it ranks by what the checks see and what its provider is at Meta, and says why in words; it orders nothing"),
            from("intake").to("migration", "problem", "finder", "preflight")
                    .because("an order or a question means the same by whichever edge it comes, so no edge understands it by itself"),
            from("bootstrap").to("migration", "account", "vault", "database").because("it runs before anybody can ask for anything"),
            from("admin").to("migration", "account", "partner", "vault", "database", "explain")
                    .because("who runs the server works on its data, beside a running one or without it"),
            from("api").toAnyBut("console").because("REST and pages are two edges of the same service, neither behind the other"),
            from("console").toAnyBut("api").because("REST and pages are two edges of the same service, neither behind the other"));

    private static final JavaClasses OURS = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT)
            .that(new DescribedPredicate<>("are the server's") {
                @Override
                public boolean test(JavaClass type) {
                    return !type.getPackageName().startsWith(ROOT + ".graphclient") && !type.getPackageName().startsWith(ROOT + ".sandbox");
                }
            });

    /** What the rooms of one package may know of each other. */
    private static final List<Room> ROOMS = List.of(
            room("migration.fact").knowing().because("what is known says nothing of what follows from it"),
            room("migration").knowing("migration.fact")
                    .because("what a migration is depends neither on which routes there are nor on who works out where it stands"),
            room("migration.route").knowing("migration", "migration.fact").because("a route is data, and reads like the story"),
            room("migration.standing").knowing("migration", "migration.fact")
                    .because("where a migration stands is found out in the same way on every route, so no route is known by name"),
            room("graph.meaning").knowing().because("an error means the same whoever asked"),
            room("graph.webhook").knowing().because("what Meta tells by itself is a hint to look, and never makes a call"),
            room("graph").knowing("graph.meaning", "graph.webhook")
                    .because("it makes the calls, reads what went wrong and puts the parts together"));

    static List<Arrows> arrows() {
        return ARROWS;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void arrows(Arrows arrows) {
        ArchRule rule = noClasses().that()
                .resideInAPackage(ROOT + "." + arrows.from() + "..")
                .should()
                .dependOnClassesThat(arrows.forbidden())
                .because(arrows.reason())
                .allowEmptyShould(true);
        rule.check(OURS);
    }

    static List<Room> rooms() {
        return ROOMS;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void rooms(Room room) {
        noClasses().that()
                .resideInAPackage(ROOT + "." + room.name())
                .should()
                .dependOnClassesThat(room.forbidden())
                .because(room.reason())
                .check(OURS);
    }

    @Test
    void everyRoomOfADividedPackage_saysWhatItMayKnow() {
        Set<String> known = ROOMS.stream().map(Room::name).collect(Collectors.toCollection(TreeSet::new));
        Set<String> divided = ROOMS.stream().map(Room::house).collect(Collectors.toCollection(TreeSet::new));

        Set<String> rooms = OURS.stream()
                .filter(type -> divided.contains(feature(type)))
                .map(ArchitectureTest::below)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(known).as("packages with a line in ROOMS").isEqualTo(rooms);
    }

    @Test
    void everyPackage_saysWhatItMayKnow() {
        Set<String> known = ARROWS.stream().map(Arrows::from).collect(Collectors.toCollection(TreeSet::new));

        Set<String> features = OURS.stream()
                .map(ArchitectureTest::feature)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(known).as("packages with a line in ARROWS").isEqualTo(features);
    }

    @Test
    void packages_knowEachOtherInOneDirection() {
        slices().matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("two packages that know each other are one")
                .allowEmptyShould(true)
                .check(OURS);
    }

    @Test
    void heart_isPlainJava() {
        classes().that()
                .resideInAnyPackage(ROOT + ".migration..", ROOT + ".problem..")
                .should()
                .onlyDependOnClassesThat(plainJava())
                .because("a rule that needs a framework, a database, HTTP or JSON cannot be tried a thousand times a second")
                .check(OURS);
    }

    @Test
    void routeFinder_isPlainJava_asideFromWhoLooks() {
        classes().that()
                .resideInAPackage(ROOT + ".finder")
                .should()
                .onlyDependOnClassesThat(plainJava())
                .because("its whole space is tried, a hundred thousand times in a test")
                .check(OURS);
        noClasses().that()
                .resideInAPackage(ROOT + ".finder")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".finder.look..", ROOT + ".preflight..", ROOT + ".words..")
                .because("what it ranks by is an argument, and what it says is words of others")
                .check(OURS);
    }

    @Test
    void graphClient_isForThoseWhoReadGraphAlone() {
        noClasses().that()
                .resideOutsideOfPackages(ROOT + ".graph..", ROOT + ".preflight..", ROOT + ".asset..", ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".graphclient..")
                .because("Meta's wire stops at one door: what has an effect goes through graph, checks and snapshots only read")
                .allowEmptyShould(true)
                .check(OURS);
    }

    @Test
    void root_isKnownByNobody() {
        noClasses().that()
                .resideOutsideOfPackage(ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT)
                .because("the start puts the parts together; a part that knows it cannot be put elsewhere")
                .check(OURS);
    }

    private static DescribedPredicate<JavaClass> plainJava() {
        List<String> outside = List.of("java.sql", "javax.sql", "java.net.http");
        return new DescribedPredicate<>("are plain Java") {
            @Override
            public boolean test(JavaClass type) {
                String name = type.getBaseComponentType().getPackageName();
                boolean plain = name.isEmpty() || name.startsWith("java.") || name.startsWith("org.jspecify.") || name.startsWith(ROOT);
                return plain && outside.stream().noneMatch(name::startsWith);
            }
        };
    }

    /** The first part of the name below the root: {@code migration}; empty for the root itself. */
    private static String feature(JavaClass type) {
        return below(type).split("\\.", 2)[0];
    }

    /** The name below the root: {@code migration.fact}. */
    private static String below(JavaClass type) {
        String below = type.getPackageName().substring(ROOT.length());
        return below.isEmpty() ? "" : below.substring(1);
    }

    private static Room room(String name) {
        return new Room(name, Set.of(), "");
    }

    /** What one room may know of the others of its house. */
    record Room(String name, Set<String> allowed, String reason) {

        Room knowing(String... names) {
            return new Room(name, Set.of(names), reason);
        }

        Room because(String why) {
            return new Room(name, allowed, why);
        }

        String house() {
            return name.split("\\.", 2)[0];
        }

        DescribedPredicate<JavaClass> forbidden() {
            return new DescribedPredicate<>("are in another room than " + allowed) {
                @Override
                public boolean test(JavaClass type) {
                    JavaClass what = type.getBaseComponentType();
                    return what.getPackageName().startsWith(ROOT + ".") && feature(what).equals(house())
                            && !below(what).equals(name) && !allowed.contains(below(what));
                }
            };
        }

        @Override
        public String toString() {
            return name + " knows " + (allowed.isEmpty() ? "no other room" : String.join(", ", new TreeSet<>(allowed))) + ": " + reason;
        }
    }

    private static Unfinished from(String name) {
        return new Unfinished(name);
    }

    /** What one package may know of the others. */
    record Arrows(String from, Set<String> allowed, String reason) {

        DescribedPredicate<JavaClass> forbidden() {
            return new DescribedPredicate<>("are neither its own nor of " + allowed) {
                @Override
                public boolean test(JavaClass type) {
                    String name = type.getBaseComponentType().getPackageName();
                    boolean feature = name.startsWith(ROOT + ".") && !name.startsWith(ROOT + ".graphclient");
                    return feature && !feature(type.getBaseComponentType()).equals(from)
                            && !allowed.contains(feature(type.getBaseComponentType()));
                }
            };
        }

        @Override
        public String toString() {
            return from + " knows " + (allowed.isEmpty() ? "nobody" : String.join(", ", new TreeSet<>(allowed))) + ": " + reason;
        }
    }

    private record Unfinished(String from, Set<String> allowed) {

        private static final Set<String> FEATURES = Set.of("problem", "migration", "runner", "graph", "preflight", "asset", "partner",
                "account", "words", "intake", "finder", "explain", "support", "guest", "api", "console");

        Unfinished(String from) {
            this(from, Set.of());
        }

        Unfinished to(String... names) {
            return new Unfinished(from, Set.of(names));
        }

        Unfinished toAnyBut(String name) {
            return new Unfinished(from,
                    Stream.concat(FEATURES.stream(), Stream.of(from)).filter(other -> !other.equals(name)).collect(Collectors.toSet()));
        }

        Arrows because(String reason) {
            return new Arrows(from, allowed, reason);
        }
    }
}
