include!("../prelude.rs");

fn install(current: CurrentTask<'_>, open: impl Fn() -> [ARef<File>; 2]) -> Result<(), Errno> {
    let batch = reserve_batch::<2>(current, O_CLOEXEC)?;
    let files = open();
    install_batch(batch, files);
    Ok(())
}

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let a = filp_open("a")?;
    install(current, || [a.clone(), a.clone()])
}
