import Diagnostics
import Glibc

/// The day it is now, in UTC, or the one that `SOURCE_DATE_EPOCH` names, so that output can be made
/// again (<https://reproducible-builds.org/specs/source-date-epoch/>).
func today() -> CalendarDate {
  var seconds = time(nil)
  if let text = unsafe getenv("SOURCE_DATE_EPOCH"), let epoch = unsafe Int(String(cString: text)),
    CalendarDate(daysSince1970: epoch / 86_400) != nil
  {
    seconds = epoch
  }
  guard let day = CalendarDate(daysSince1970: seconds / 86_400) else {
    preconditionFailure("the clock is beyond the calendar")
  }
  return day
}
