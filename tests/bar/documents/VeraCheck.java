import java.io.File;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.VeraPDFFoundry;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/**
 * Judges PDFs by veraPDF's rules of PDF/UA-1, all in one run.
 *
 * <p>For each argument one line: the file, a tab, and "ok" or the rules that are broken, each as
 * clause-test=times, separated by spaces. A file that cannot be read has "unreadable". The exit code says only
 * whether the program ran.
 */
public final class VeraCheck {
    private static final String RULES = "/org/verapdf/pdfa/validation/PDFUA-1.xml";
    private static final int MOST_FAILURES = 10_000;

    private VeraCheck() {}

    public static void main(String[] files) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        ValidationProfile rules;
        try (InputStream stream = VeraCheck.class.getResourceAsStream(RULES)) {
            rules = Profiles.profileFromXml(stream);
        }
        for (String file : files) {
            System.out.println(file + "\t" + verdict(new File(file), rules));
        }
    }

    private static String verdict(File file, ValidationProfile rules) throws Exception {
        VeraPDFFoundry foundry = Foundries.defaultInstance();
        try (PDFAParser parser = foundry.createParser(file, PDFAFlavour.PDFUA_1);
                PDFAValidator validator = foundry.createValidator(rules, MOST_FAILURES, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            return result.isCompliant() ? "ok" : broken(result);
        } catch (org.verapdf.core.ModelParsingException unreadable) {
            return "unreadable";
        }
    }

    private static String broken(ValidationResult result) {
        Map<String, Integer> counts = new TreeMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                counts.merge(rule, 1, Integer::sum);
            }
        }
        StringBuilder said = new StringBuilder();
        counts.forEach((rule, times) -> said.append(said.length() == 0 ? "" : " ").append(rule).append("=").append(times));
        return said.length() == 0 ? "not compliant" : said.toString();
    }
}
