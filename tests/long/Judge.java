// Judge PDF files by veraPDF: one line a file and profile, with the clauses it fails.
// java -cp <jars> Judge.java <folder>

import java.io.FileInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

public class Judge {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        List<Path> files;
        try (Stream<Path> found = Files.list(Path.of(arguments[0]))) {
            files = found.filter(file -> file.toString().endsWith(".pdf")).sorted().toList();
        }
        for (String profile : List.of("ua1", "2a")) {
            for (Path file : files) {
                System.out.println(profile + " " + file.getFileName() + " " + judge(file, profile));
            }
        }
    }

    private static String judge(Path file, String profile) throws Exception {
        var flavour = PDFAFlavour.byFlavourId(profile);
        var foundry = Foundries.defaultInstance();
        try (var stream = new FileInputStream(file.toFile());
             var parser = foundry.createParser(stream, flavour);
             var validator = foundry.createValidator(flavour, false)) {
            var result = validator.validate(parser);
            var clauses = new TreeSet<String>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() != TestAssertion.Status.PASSED) {
                    clauses.add(assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber());
                }
            }
            return result.isCompliant() ? "pass" : "fail " + clauses;
        }
    }
}
