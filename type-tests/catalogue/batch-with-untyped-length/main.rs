include!("../prelude.rs");

fn install(current: CurrentTask<'_>, files: Vec<ARef<File>>) -> Result<(), Errno> {
    let batch = reserve_batch::<2>(current, O_CLOEXEC)?;
    install_batch(batch, files); //~ E0308
    Ok(())
}

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let a = filp_open("a")?;
    install(current, vec![a])
}
