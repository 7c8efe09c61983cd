include!("../prelude.rs");

pub fn run() {
    let file = with_current(|current| fget(current, 0));
    let _ = file;
}
